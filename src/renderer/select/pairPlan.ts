import { create } from 'zustand';
import type { ProjectOverview } from '@/api';
import { needsResponse } from '@/core/config';
import { useApp } from '../app/store';
import { inOwnTask } from '../common/ownTask';
import { inSlices } from '../common/slices';
import { pairRows } from '../pairs/table';
import { isGoing, useRun } from '../run/store';
import { counting, PairCells, type Counted } from './counter';
import { useFilters } from './filterStore';
import { limitsOf } from './filters';
import { useSelection } from './store';

interface PairPlan {
  /** Of the selection within its limits; of the one before while it is being counted. null where no project is open. */
  counted: Counted | null;
  pending: boolean;
  /** Grows when what is within the limits, or done, changes. */
  version: number;
}

/** What a run of the selection would do: counted outside of React and in slices, as there may be millions of pairs. */
export const usePairPlan = create<PairPlan>(() => ({ counted: null, pending: false, version: 0 }));

const kept: { project: ProjectOverview | null; cells: PairCells | null; done: boolean } = {
  ...{ project: null, cells: null, done: false },
};
let giveUp = () => {};

/** The pairs of a project as bytes; made once. */
export function cellsOf(project: ProjectOverview): PairCells {
  if (kept.project !== project || kept.cells === null) {
    Object.assign(kept, { project, cells: new PairCells(project), done: false });
  }
  if (!kept.done) {
    kept.cells!.setDone(pairRows.rows);
    kept.done = true;
  }
  return kept.cells!;
}

function recount(): void {
  giveUp();
  const { project } = useApp.getState();
  if (project === null) {
    Object.assign(kept, { project: null, cells: null });
    usePairPlan.setState({ counted: null, pending: false });
    return;
  }
  const { events, stations } = useSelection.getState();
  const selection = { events, stations, limits: limitsOf(useFilters.getState()) };
  const withResponse = needsResponse(project.parameters);
  // A project that is opened has other things to do first, and is selected from more than once.
  giveUp = inOwnTask(() => {
    giveUp = inSlices(
      counting(project, cellsOf(project), { ...selection, withResponse }),
      (counted) => usePairPlan.setState(({ version }) => ({ counted, pending: false, version: version + 1 })),
      () => usePairPlan.setState({ pending: true }),
    );
  });
}

/** Counts anew whenever what is counted changes, for as long as the page lives.
 *  @returns what ends that */
export function watchPairPlan(): () => void {
  const stale = () => {
    kept.done = false;
  };
  const removals = [
    useApp.subscribe(({ project }, before) => project !== before.project && recount()),
    useSelection.subscribe(({ events, stations }, before) => {
      if (events !== before.events || stations !== before.stations) recount();
    }),
    useFilters.subscribe(({ distanceKm, azimuthDeg }, before) => {
      if (distanceKm !== before.distanceKm || azimuthDeg !== before.azimuthDeg) recount();
    }),
    pairRows.listen(stale),
    useRun.subscribe(({ progress }, before) => {
      if (isGoing(before.progress) && !isGoing(progress)) recount();
    }),
  ];
  recount();
  return () => removals.forEach((remove) => remove());
}
