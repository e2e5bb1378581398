import { niceStep } from '../analysis/bins';
import { scaleOf } from '../colours';
import { MEASURES, type MeasureKey } from '../measures';
import type { GroupStatistic, GroupValues } from '../analysis/groups';

/** Values beyond the ends have the colours of the ends. */
export interface ColourScale {
  kind: 'sequential' | 'diverging';
  min: number;
  max: number;
  /** From `min` to `max`. */
  colours: string[];
  /** The step of what is ordinary: zero, or the median; what is far from it is drawn above the rest. */
  middle: number;
  /** Whether there are values below or above the ends. */
  below: boolean;
  above: boolean;
}

/** The share of values that is left out at an end, so that one outlier does not take all colours. */
const TAIL = 0.02;

/** Values enough to choose a scale by. */
const SAMPLE = 20_000;

/** In rising order; an even part of very many. */
function sorted(lists: readonly GroupValues[]): Float64Array {
  const all = lists.reduce((sum, { value }) => sum + value.length, 0);
  const every = Math.max(1, Math.floor(all / SAMPLE));
  const values: number[] = [];
  for (const { value } of lists) {
    for (let i = 0; i < value.length; i += every) if (!Number.isNaN(value[i])) values.push(value[i]);
  }
  return Float64Array.from(values).sort();
}

/** A scale for values, with round ends; centred at zero where values are signed.
 *  @returns null where there are none */
export function chooseScale(
  lists: readonly GroupValues[],
  measure: MeasureKey,
  statistic: GroupStatistic,
  dark: boolean,
): ColourScale | null {
  const values = sorted(lists);
  if (values.length === 0) return null;
  const at = (share: number) => values[Math.round(share * (values.length - 1))];
  const isSigned = statistic !== 'count' && MEASURES[measure].kind === 'signed';
  let [min, max] = [at(TAIL), at(1 - TAIL)];
  if (isSigned) [min, max] = [-Math.max(-min, max), Math.max(-min, max)];
  else if (MEASURES[measure].kind !== 'free' && min < 0.5 * max) min = 0;
  const step = niceStep((max - min || Math.abs(max) || 1) / 10);
  min = Number((Math.floor(min / step + 1e-9) * step).toPrecision(12));
  max = Number((Math.ceil(max / step - 1e-9) * step).toPrecision(12));
  if (max === min) max = min + step;
  const colours = scaleOf(isSigned ? 'diverging' : 'sequential', dark);
  return {
    kind: isSigned ? 'diverging' : 'sequential',
    min,
    max,
    colours,
    middle: stepOf({ min, max, colours }, isSigned ? 0 : at(0.5)),
    below: values[0] < min,
    above: values[values.length - 1] > max,
  };
}

/** The step of the scale that a value has. */
export function stepOf({ min, max, colours }: Pick<ColourScale, 'min' | 'max' | 'colours'>, value: number): number {
  const step = Math.round(((value - min) / (max - min)) * (colours.length - 1));
  return Math.max(0, Math.min(colours.length - 1, step));
}
