import { GLYPHS, SHARE, STROKE } from './glyphs';
import classes from './Matrix.module.css';
import type { Look } from './types';

export interface LegendEntry {
  look: Look;
  text: string;
}

export interface LegendScale {
  /** From low to high. */
  colours: readonly string[];
  low: string;
  high: string;
  text: string;
}

/** As wide as the stripes of a cell (tiles.ts). */
const HATCH = { '--hatch-gap': '2px', '--hatch-period': '4px' };

function Swatch({ look }: { look: Look }) {
  const inset = (1 - SHARE) / 2;
  const { colour, isHatched = false } = look;
  const paint = isHatched ? { '--hatch-ink': colour, ...HATCH } : { background: colour };
  return (
    <svg
      viewBox="0 0 1 1"
      className={classes.swatch}
      aria-hidden="true"
      data-earlier={isHatched || undefined}
      style={paint}
    >
      <path
        d={GLYPHS[look.glyph]}
        transform={`translate(${inset} ${inset}) scale(${SHARE})`}
        fill="none"
        stroke={look.ink}
        strokeWidth={STROKE}
        strokeLinecap="round"
      />
    </svg>
  );
}

/** What the looks mean, and what the colours of a measure run from and to. */
export function MatrixLegend({ entries, scale }: { entries: readonly LegendEntry[]; scale?: LegendScale | null }) {
  return (
    <div className={classes.legend}>
      {scale && (
        <span className={classes.scale}>
          <span>{scale.text}</span>
          <span className={classes.end}>{scale.low}</span>
          <span
            className={classes.ramp}
            style={{ backgroundImage: `linear-gradient(90deg, ${scale.colours.join(', ')})` }}
            aria-hidden="true"
          />
          <span className={classes.end}>{scale.high}</span>
        </span>
      )}
      {entries.map(({ look, text }) => (
        <span key={text} className={classes.entry}>
          <Swatch look={look} />
          {text}
        </span>
      ))}
    </div>
  );
}
