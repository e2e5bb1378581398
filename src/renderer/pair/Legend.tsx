import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { texts } from '../texts';
import { useChartColours } from './plot/colours';
import type { Layers } from './plot/plotInput';
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

/** The hatching of windows by hand. */
function HandEntry({ colour }: { colour: string }) {
  const id = useId();
  return (
    <span className={classes.entry}>
      <svg width="20" height="12" aria-hidden="true">
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="5" stroke={colour} strokeWidth="1.6" />
        </pattern>
        <rect x="0.5" y="0.5" width="19" height="11" fill={`url(#${id})`} stroke={colour} />
      </svg>
      {texts.hand.legend}
    </span>
  );
}

interface LegendProps {
  layers: Layers;
  onLayers: (layers: Layers) => void;
  /** Windows made by hand are shown. */
  byHand: boolean;
  /** Names of the evaluations on top and under it, where there are two. */
  top: string | null;
  under: string | null;
  /** Of several period bands. */
  isOneOfBands: boolean;
  /** What windows of an earlier decision are laid over; null for none. */
  preview: string | null;
}

/** What the lines are, by colour and dashes, with the boxes that show and hide what is not always drawn. */
export function Legend({ layers, onLayers, byHand, top, under, isOneOfBands, preview }: LegendProps) {
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
      <Entry text={top === null ? t.synthetic : t.syntheticOf(top)} colour={colours.synthetic} />
      {under !== null && <Entry text={t.syntheticOf(under)} colour={colours.other} dash="3 3" />}
      {preview !== null && <Entry text={preview} colour={colours.preview} dash="8 3" />}
      {byHand && <HandEntry colour={colours.windowEdge} />}
      {box('stalta', t.stalta, colours.stalta)}
      <span className={classes.together}>
        {box('adjoint', isOneOfBands ? t.adjointOfBand : t.adjoint, colours.adjoint, '5 3')}
        {isOneOfBands && layers.adjoint && <Entry text={t.adjointMean} colour={colours.adjoint} dash="1 3" />}
      </span>
      {box('arrivals', t.arrivals, colours.arrival)}
    </div>
  );
}
