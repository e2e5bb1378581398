import { count, fixed } from '../../common/format';
import { texts } from '../../texts';
import type { Bins } from '../analysis/bins';
import { rangeOf } from '../analysis/bins';
import { MEASURES, type MeasureKey } from '../measures';
import { tickText } from '../ticks';

const t = texts.results;

/** A value with its unit: 1.25 s, 340 km, 90°. */
export function withUnit(text: string, key: MeasureKey): string {
  const { unit } = MEASURES[key];
  return unit === '' ? text : `${text}${unit === '°' ? '' : ' '}${unit}`;
}

/** A range of a measure in words; open where it ends at infinity. */
export function rangeText(key: MeasureKey, [min, max]: readonly [number, number]): string {
  const [from, to] = [tickText(Number(min.toPrecision(6))), tickText(Number(max.toPrecision(6)))];
  if (min === -Infinity && max === Infinity) return t.measures[key];
  if (min === -Infinity) return withUnit(t.histogram.below(to), key);
  if (max === Infinity) return withUnit(t.histogram.above(from), key);
  return withUnit(t.histogram.range(from, to), key);
}

export function binText(key: MeasureKey, bins: Bins, bin: number): string {
  return rangeText(key, rangeOf(bins, bin, bin));
}

/** The name of a measure with its unit. */
export function measureTitle(key: MeasureKey): string {
  const { unit } = MEASURES[key];
  return unit === '' ? t.measures[key] : `${t.measures[key]}, ${unit}`;
}

/** As short as fits above a histogram. */
export function tileTitle(key: MeasureKey): string {
  const { unit } = MEASURES[key];
  return unit === '' ? t.tiles[key] : `${t.tiles[key]}, ${unit}`;
}

/** A value of a measure, in the digits that it deserves. */
export function valueText(key: MeasureKey, value: number | null): string {
  if (value === null) return t.histogram.computing;
  const { digits, kind } = MEASURES[key];
  const size = Math.abs(value);
  // Misfits span orders of magnitude.
  if (kind === 'positive' && size !== 0 && (size < 0.5 * 10 ** -digits || size >= 1e6)) {
    return value.toExponential(2).replace('-', '−').replace('e+', 'e');
  }
  return Number.isInteger(value) && kind === 'whole' ? count(value) : fixed(value, kind === 'whole' ? 1 : digits);
}
