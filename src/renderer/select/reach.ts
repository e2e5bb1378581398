import { create } from 'zustand';
import { useApp } from '../app/store';
import { inOwnTask } from '../common/ownTask';
import { inSlices } from '../common/slices';
import { limitsOf } from './filters';
import { useFilters } from './filterStore';
import { cellsOf } from './pairPlan';
import { NOTHING_REACHED, reaching, type Reached } from './reaching';
import { useSelection } from './store';

/** Distances and azimuths of the lists, worked out outside of React and in slices. */
export const useReached = create<Reached>(() => NOTHING_REACHED);

let giveUp = () => {};

function measure(): void {
  giveUp();
  const { project } = useApp.getState();
  if (project === null) return useReached.setState(NOTHING_REACHED);
  const { events, stations } = useSelection.getState();
  const chosen = { events, stations, limits: limitsOf(useFilters.getState()) };
  // A project that is opened has other things to do first.
  giveUp = inOwnTask(() => {
    giveUp = inSlices(reaching(project, cellsOf(project), chosen), (reached) => useReached.setState(reached));
  });
}

/** Measures anew whenever what is chosen changes, for as long as the page lives.
 *  @returns what ends that */
export function watchReach(): () => void {
  const removals = [
    useApp.subscribe(({ project }, before) => project !== before.project && measure()),
    useSelection.subscribe(({ events, stations }, before) => {
      if (events !== before.events || stations !== before.stations) measure();
    }),
    useFilters.subscribe(({ distanceKm, azimuthDeg }, before) => {
      if (distanceKm !== before.distanceKm || azimuthDeg !== before.azimuthDeg) measure();
    }),
  ];
  measure();
  return () => removals.forEach((remove) => remove());
}
