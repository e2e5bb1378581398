/** Sizes that are read more easily without a power of ten. */
const isPlain = (size: number) => size >= 0.01 && size < 10_000;

function text(value: number, plain: boolean): string {
  const rounded = Number(value.toPrecision(3));
  const words = rounded === 0 || plain ? String(rounded) : rounded.toExponential();
  return words.replace('e+', 'e').replace(/-/g, '−');
}

/** An amplitude in three digits: 150, 0.5, 1.25e−4. */
export function amplitude(value: number): string {
  return text(value, isPlain(Math.abs(value)));
}

/** The amplitudes along an axis, all written alike. */
export function axisTexts(values: readonly number[]): string[] {
  const largest = Math.max(...values.map(Math.abs));
  return values.map((value) => text(value, isPlain(largest)));
}
