import classes from './Seismogram.module.css';

const [WIDTH, HEIGHT, SAMPLES] = [640, 64, 400];

/** Two wave packets, as observed (late by `shift`) and synthetic seismograms look beside each other. */
function trace(shift: number, scale: number): string {
  const packet = (x: number, at: number, width: number, period: number) =>
    Math.exp(-(((x - at) / width) ** 2)) * Math.sin((2 * Math.PI * (x - at)) / period);
  const points = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const x = (i / SAMPLES) * WIDTH;
    const u = x - shift;
    const y = 0.3 * packet(u, 150, 34, 26) + packet(u, 330, 62, 34) + 0.55 * packet(u, 470, 90, 46);
    return `${x.toFixed(1)},${(HEIGHT / 2 - scale * y * (HEIGHT / 2 - 3)).toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}

/** The mark of the welcome page: what Atoa is about, in one line. */
export function Seismogram() {
  return (
    <svg className={classes.mark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="xMinYMid">
      <rect x={258} y={0} width={146} height={HEIGHT} className={classes.window} />
      <path d={trace(7, 0.92)} className={classes.observed} />
      <path d={trace(0, 0.8)} className={classes.synthetic} />
    </svg>
  );
}
