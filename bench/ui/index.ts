import { join } from 'node:path';
import { chromiumPath, NO_BROWSER } from '../../test/support/browser';
import type { BenchOptions } from '../options';
import { benchArrival } from './arrival';
import { printPhases } from './phases';
import { benchReal, printWaits } from './real';
import { benchResults } from './results';
import { benchSelect } from './select';

/** Measures the page in Chromium: its longest tasks and its memory with made-up results by the hundred thousand, and what
 *  somebody waits for with the engine behind it.
 *  @param folder for what is made
 *  @returns null where there is no browser */
export async function benchUi(folder: string, { short, app }: Pick<BenchOptions, 'short' | 'app'>) {
  if (chromiumPath === null) {
    console.log(`ui: ${NO_BROWSER}`);
    return null;
  }
  const root = join(app, 'out/renderer');
  const pairs = short ? '10,000' : '100,000';
  const waits = await benchReal(folder, app, short);
  printWaits(waits);
  const arrival = await benchArrival(root, short);
  printPhases(`Page: ${pairs} pairs, 2,000 results a second`, arrival);
  const results = await benchResults(root, short);
  printPhases(`Page: all results of ${pairs} pairs`, results);
  const select = await benchSelect(root, short);
  printPhases(`Page: ${short ? '100 events, 500' : '1,000 events, 5,000'} stations`, select);
  return { waits, arrival, results, select };
}
