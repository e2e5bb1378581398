import { create } from 'zustand';
import type { EarlierPairs } from '@/api';
import type { PairOutcome } from '@/core/model';
import { notifyError } from '../app/notices';
import { api } from '../bridge';
import { nextFrameDrawn } from '../common/nextFrame';
import { earlierMarks } from './earlier';
import { OutcomeLoader } from './loader';
import { pairRows } from './table';

/** How many of the engine's outcomes are in the table, while they are being fetched; null otherwise. */
export const useLoading = create<{ loading: { done: number; end: number } | null }>(() => ({ loading: null }));

let isFollowed = false;
let follow = () => {};
const followed = new Promise<void>((resolve) => (follow = resolve));

/** To be called when all that follows the table is there. Columns of Results and groups of failures come with the
 *  workbench, after the first paint: outcomes that came before would be missing in them for good. */
export function outcomesAreFollowed(): void {
  isFollowed = true;
  follow();
}

const loader = new OutcomeLoader(pairRows, {
  fetch: async (place) => {
    await followed;
    return api.outcomes(place);
  },
  pause: nextFrameDrawn,
  told: (loading) => useLoading.setState({ loading }),
});

/** What has come while the engine was asked which pairs are of before; null while it is not. */
let come: PairOutcome[] | null = null;

async function fetchEarlier(): Promise<void> {
  const since: PairOutcome[] = (come = []);
  const earlier = await api.earlierPairs({});
  // Asked again since, told of a new run, or of no interest any more.
  if (come !== since) return;
  takeEarlier(earlier);
  earlierMarks.remove(since);
}

/** Takes what a run is to do again. */
export function takeEarlier(earlier: EarlierPairs): void {
  come = null;
  earlierMarks.set(earlier);
}

/** Empties the table. */
export function forgetOutcomes(): void {
  loader.stop();
  pairRows.clear();
  takeEarlier({ pairs: [], total: 0 });
}

/** Fills the table anew with what the engine knows of a project, without holding up the page. */
export function loadOutcomes(path: string): void {
  forgetOutcomes();
  loader.load(path).catch(notifyError);
  fetchEarlier().catch(notifyError);
}

/** Fetches what was told of while there was no connection. */
export function catchUpOutcomes(): void {
  loader.resume().catch(notifyError);
  fetchEarlier().catch(notifyError);
}

/** Takes results, of a run or of a decision by hand, to wherever they are shown. */
export function takeOutcomes(outcomes: readonly PairOutcome[]): void {
  come?.push(...outcomes);
  earlierMarks.remove(outcomes);
  // The pages, which are asked for later than this, will have them.
  if (!isFollowed) return;
  loader.hear(outcomes);
  pairRows.upsert(outcomes);
}
