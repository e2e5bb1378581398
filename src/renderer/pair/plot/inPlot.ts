import type uPlot from 'uplot';

/** Runs `paint` with sizes in CSS pixels, clipped to the plotting area.
 *  @param paint gets the area's box and a function from s after the origin to x
 *  @param above height of a band above the area that may be painted too */
export function inPlot(
  u: uPlot,
  paint: (c: CanvasRenderingContext2D, box: uPlot.BBox, x: (time: number) => number) => void,
  above = 0,
): void {
  const ratio = window.devicePixelRatio;
  const { ctx, bbox } = u;
  const box = {
    left: bbox.left / ratio,
    top: bbox.top / ratio,
    width: bbox.width / ratio,
    height: bbox.height / ratio,
  };
  ctx.save();
  ctx.scale(ratio, ratio);
  ctx.beginPath();
  ctx.rect(box.left, box.top - above, box.width, box.height + above);
  ctx.clip();
  ctx.font = '10.5px system-ui, sans-serif';
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  paint(ctx, box, (time) => box.left + u.valToPos(time, 'x'));
  ctx.restore();
}

/** Text with a halo in the background's colour, so that traces do not swallow it. */
export function write(
  c: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  halo: string,
): void {
  c.lineJoin = 'round';
  c.lineWidth = 3;
  c.strokeStyle = halo;
  c.strokeText(text, x, y);
  c.fillStyle = colour;
  c.fillText(text, x, y);
}
