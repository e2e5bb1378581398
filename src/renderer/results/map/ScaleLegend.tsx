import { VisuallyHidden } from '@mantine/core';
import { texts } from '../../texts';
import { tickText } from '../ticks';
import classes from './ResultsMap.module.css';
import type { ColourScale } from './scale';

interface ScaleLegendProps {
  scale: ColourScale;
  /** What it shows, with its unit. */
  title: string;
  note: string | null;
}

/** The colours of a map, with the values at the ends and in the middle. */
export function ScaleLegend({ scale, title, note }: ScaleLegendProps) {
  const { min, max, colours, below, above } = scale;
  const middle = Number(((min + max) / 2).toPrecision(6));
  return (
    <div className={classes.legend}>
      {title}
      <div className={classes.gradient} style={{ background: `linear-gradient(to right, ${colours.join()})` }} />
      <div className={classes.bounds}>
        <span>{`${below ? '≤ ' : ''}${tickText(min)}`}</span>
        <span>{tickText(middle)}</span>
        <span>{`${above ? '≥ ' : ''}${tickText(max)}`}</span>
      </div>
      {note !== null && <div>{note}</div>}
      {scale.kind === 'diverging' && <VisuallyHidden>{texts.results.map.diverging}</VisuallyHidden>}
    </div>
  );
}
