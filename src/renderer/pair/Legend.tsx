import { Checkbox } from '@mantine/core';
import { texts } from '../texts';
import { useChartColours } from './colours';
import type { Layers } from './plot';
import classes from './Waveforms.module.css';

const t = texts.pair;

function Entry({ text, colour, dash }: { text: string; colour: string; dash?: string }) {
  return (
    <span className={classes.entry}>
      <svg width="20" height="8" aria-hidden="true">
        <line x1="0" x2="20" y1="4" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
      </svg>
      {text}
    </span>
  );
}

/** What the lines are, by colour and dashes, with the boxes that show and hide what is not always drawn. */
export function Legend({ layers, onLayers }: { layers: Layers; onLayers: (layers: Layers) => void }) {
  const colours = useChartColours();
  const box = (layer: 'stalta' | 'adjoint' | 'arrivals', text: string, colour: string, dash?: string) => (
    <Checkbox
      label={<Entry text={text} colour={colour} dash={dash} />}
      checked={layers[layer]}
      onChange={(event) => onLayers({ ...layers, [layer]: event.currentTarget.checked })}
    />
  );
  return (
    <div className={classes.legend}>
      <Entry text={t.observed} colour={colours.observed} />
      <Entry text={t.synthetic} colour={colours.synthetic} />
      {box('stalta', t.stalta, colours.stalta)}
      {box('adjoint', t.adjoint, colours.adjoint, '5 3')}
      {box('arrivals', t.arrivals, colours.arrival)}
    </div>
  );
}
