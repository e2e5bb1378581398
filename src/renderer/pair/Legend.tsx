import { useChartColours } from './colours';
import { texts } from '../texts';
import type { Layers } from './ComponentChart';
import classes from './Waveforms.module.css';

const t = texts.pair;

/** What the lines are: by colour, and by dashes where two could be mistaken. */
export function Legend({ layers }: { layers: Layers }) {
  const colours = useChartColours();
  const entry = (text: string, colour: string, dash?: string) => (
    <span className={classes.entry}>
      <svg width="20" height="8" aria-hidden="true">
        <line x1="0" x2="20" y1="4" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
      </svg>
      {text}
    </span>
  );
  return (
    <div className={classes.legend}>
      {entry(t.observed, colours.observed)}
      {entry(t.synthetic, colours.synthetic)}
      {layers.stalta && entry(t.stalta, colours.stalta)}
      {layers.adjoint && entry(t.adjoint, colours.adjoint, '5 3')}
    </div>
  );
}
