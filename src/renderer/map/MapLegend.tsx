import { count } from '../common/format';
import { texts } from '../texts';
import { scaleBar, type Camera } from './camera';
import { DEPTHS, useMapColours } from './colours';
import classes from './MapView.module.css';
import { magnitudeRadius } from './symbols';

const t = texts.select;
const MAGNITUDES = [4, 5, 6];
const LONGEST_BAR = 90;

function Disc({ radius, fill, stroke }: { radius: number; fill: string; stroke?: string }) {
  const side = 2 * radius + 2;
  return (
    <svg width={side} height={side} aria-hidden="true">
      <circle cx={radius + 1} cy={radius + 1} r={radius} fill={fill} stroke={stroke} />
    </svg>
  );
}

/** The depth classes as a bar, with their bounds in km below its joints. */
function DepthBar() {
  return (
    <div className={classes.depths}>
      {DEPTHS.map(([upTo, colour]) => (
        <span key={colour} className={classes.depth}>
          <span className={classes.swatch} style={{ background: colour }} />
          {Number.isFinite(upTo) && <span className={classes.bound}>{upTo}</span>}
        </span>
      ))}
    </div>
  );
}

/** What sizes and colours mean, and how long 100 km is. */
export function MapLegend({ camera, unplaced }: { camera: Camera; unplaced: number }) {
  const colours = useMapColours();
  const bar = scaleBar(camera, LONGEST_BAR);
  return (
    <>
      <div className={classes.legend}>
        <div className={classes.group}>
          {t.depthLegend}
          <DepthBar />
        </div>
        <div className={classes.group}>
          {t.magnitudeLegend}
          <div className={classes.samples}>
            {MAGNITUDES.map((magnitude) => (
              <span key={magnitude} className={classes.sample}>
                <Disc radius={magnitudeRadius(magnitude)} fill="none" stroke={colours.idle} /> {magnitude}
              </span>
            ))}
          </div>
        </div>
        {unplaced > 0 && <span>{t.noPosition(unplaced)}</span>}
      </div>
      <div className={classes.scale}>
        {count(bar.kilometres)} km
        <div className={classes.bar} style={{ width: bar.pixels }} />
      </div>
    </>
  );
}
