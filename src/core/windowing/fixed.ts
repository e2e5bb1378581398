import { envelope as envelopeOf, staLta } from '@/core/signal';
import { dataFitTests, fit } from './dataFit';
import { findExtrema } from './extrema';
import { finish } from './finish';
import { Funnel } from './funnel';
import { checkLevels } from './levels';
import type { Candidate, WindowInput, WindowSelection } from './types';

/**
 * Takes given windows and measures the fit of observed to synthetic in them anew; nothing is selected.
 * @param input        one component, as for `selectWindows`
 * @param windows      within the traces, in their order
 * @param step           where the windows come from, as the funnel calls it
 * @param isRevalidated  whether windows are dropped whose fit is not accepted
 * @returns            the windows with their new fit, and what was dropped, by reason
 * @throws PairError `level-length`
 */
export function fitWindows(
  input: WindowInput,
  windows: readonly Candidate[],
  { step, isRevalidated }: { step: string; isRevalidated: boolean },
): WindowSelection {
  const { synthetic, parameters, conventions, minPeriod } = input;
  checkLevels(parameters, synthetic.data.length);
  const envelope = envelopeOf(synthetic.data);
  const stalta = staLta(envelope, synthetic.delta, minPeriod);
  const funnel = new Funnel(conventions);
  let fitted = funnel.count(
    step,
    windows.map((window) => fit(window, input)),
  );
  if (isRevalidated) for (const [name, test] of dataFitTests(parameters)) fitted = funnel.sieve(fitted, name, test);
  return {
    windows: fitted.map((window) => finish(window, input)),
    rejected: funnel.rejected,
    stalta,
    envelope,
    ...findExtrema(stalta, input),
    funnel: funnel.steps,
    warnings: [],
  };
}
