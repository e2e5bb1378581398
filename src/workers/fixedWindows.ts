import { existsSync } from 'node:fs';
import { PairError } from '@/core/model';
import type { FixedWindows } from '@/core/pair';
import { readDataset } from '@/dataset';
import type { WindowSource } from '@/executive';

/** The windows that an earlier evaluation of a station had, from the event's dataset.
 *  @returns null where it was not measured then
 *  @throws PairError `no-fixed-windows` for a dataset that cannot be read */
export async function readFixedWindows(source: WindowSource, station: string): Promise<FixedWindows | null> {
  const { evaluation, dataset } = source;
  if (!existsSync(dataset)) return null;
  try {
    return await readDataset(dataset, (reader) => {
      const windows = reader.windows(evaluation, station);
      // A pair that was measured and found no windows has none; one that was not measured has no synthetics either.
      const isMeasured = windows.length > 0 || reader.tags(station).includes(source.syntheticTag);
      return isMeasured ? { evaluation, windows } : null;
    });
  } catch (cause) {
    throw new PairError('window', 'no-fixed-windows', `the windows of ${evaluation} cannot be read from ${dataset}`, {
      advice: 'Mend or remove this dataset, or set fix_windows.policy to always.',
      cause,
    });
  }
}
