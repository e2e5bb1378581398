import { STATE } from './grid';

/** What a colour scale runs from and to. */
export interface Range {
  low: number;
  high: number;
  /** Steps are even in the logarithm. */
  log: boolean;
}

/** As many values are looked at as tell where most of them lie. */
const SAMPLE = 4000;
/** Shares of the values below the ends of the scale: a few extremes are not to take all of its colours. */
const [LOWER, UPPER] = [0.02, 0.98];
/** From this ratio of the ends on, steps are even in the logarithm. */
const WIDE = 20;

/** The range that most values of done pairs lie in; null where there are none.
 *  @param whole whether values are counts: the scale then runs from 1 */
export function rangeOf(values: Float32Array, states: Uint8Array, whole: boolean): Range | null {
  const stride = Math.max(1, Math.floor(values.length / SAMPLE));
  const seen: number[] = [];
  for (let i = 0; i < values.length; i += stride) {
    if (states[i] === STATE.done && Number.isFinite(values[i])) seen.push(values[i]!);
  }
  // Of few results in a large matrix a stride may meet none.
  if (seen.length < 20 && stride > 1) {
    values.forEach((value, i) => {
      if (seen.length < SAMPLE && states[i] === STATE.done && Number.isFinite(value)) seen.push(value);
    });
  }
  if (seen.length === 0) return null;
  seen.sort((a, b) => a - b);
  const quantile = (share: number) => seen[Math.round(share * (seen.length - 1))]!;
  if (whole) return { low: 1, high: Math.max(2, quantile(UPPER)), log: false };
  const [low, high] = [quantile(LOWER), quantile(UPPER)];
  if (low === high) return { low: low * 0.9, high: high * 1.1 || 1, log: false };
  return { low, high, log: low > 0 && high / low > WIDE };
}

/** The step of a value, 0 to `steps` − 1, made to be called for every cell. */
export function stepper({ low, high, log }: Range, steps: number): (value: number) => number {
  const scale = steps / (log ? Math.log(high / low) : high - low);
  const from = log ? Math.log(low) : low;
  return (value) => {
    const step = Math.floor(((log ? Math.log(value) : value) - from) * scale);
    return step >= steps ? steps - 1 : step > 0 ? step : 0;
  };
}
