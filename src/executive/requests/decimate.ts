import type { DecimatedTrace } from '@/core/model';

/** Minimum and maximum of each column of equally many samples.
 *  @param width most columns wanted; fewer samples than that are kept as they are */
export function decimate(data: Float64Array, delta: number, width: number): DecimatedTrace {
  const samples = Math.max(1, Math.ceil(data.length / width));
  const columns = Math.ceil(data.length / samples);
  const min = new Array<number>(columns);
  const max = new Array<number>(columns);
  for (let column = 0; column < columns; column++) {
    const end = Math.min(data.length, (column + 1) * samples);
    let low = data[column * samples]!;
    let high = low;
    for (let i = column * samples + 1; i < end; i++) {
      const value = data[i]!;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    min[column] = low;
    max[column] = high;
  }
  return { start: 0, step: samples * delta, min, max };
}
