import type { MeasureKey } from '../measures';
import { columnOf, MEASURES } from '../measures';
import type { ResultColumns } from '../store/columns';
import type { Spread } from './bins';
import { strides } from './masks';

/** Quantiles are those of so many values, evenly taken. */
const SAMPLE = 4096;

/** Extremes and the middle 99 percent of a measure over everything that is there, whatever is filtered or selected: scales
 *  made by it stay while one looks at parts. */
export function* spreadOf(columns: ResultColumns, key: MeasureKey): Generator<void, Spread> {
  const isWindow = MEASURES[key].level === 'window';
  const end = isWindow ? columns.windowCount : columns.pairCount;
  const spread: Spread = { count: 0, min: Infinity, max: -Infinity, low: NaN, high: NaN };
  const present = (i: number) => !isWindow || columns.windows.pair[i] >= 0;
  yield* strides(end, (from, to) => {
    const values = columnOf(columns, key);
    let { count, min, max } = spread;
    for (let i = from; i < to; i++) {
      const value = values[i];
      if (!(value - value === 0) || !present(i)) continue;
      count++;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    Object.assign(spread, { count, min, max });
  });
  const sample = sampleOf(columnOf(columns, key), end, present);
  spread.low = sample[Math.floor(0.005 * sample.length)];
  spread.high = sample[Math.ceil(0.995 * sample.length) - 1];
  return spread;
}

function sampleOf(values: Float64Array | Float32Array, end: number, present: (i: number) => boolean): Float64Array {
  const every = Math.max(1, Math.floor(end / SAMPLE));
  const sample = new Float64Array(Math.ceil(end / every));
  let n = 0;
  for (let i = 0; i < end; i += every) if (Number.isFinite(values[i]) && present(i)) sample[n++] = values[i];
  return sample.subarray(0, n).sort();
}
