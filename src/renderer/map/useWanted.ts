import { useEffect } from 'react';
import type { ProjectOverview } from '@/api';
import { useSelection } from '../select/store';
import type { GeoPoint } from './camera';
import { shown, useMapTools, type Mark } from './tools';

interface Moves {
  fitTo(points: GeoPoint[]): void;
  centreOn(point: GeoPoint): void;
}

/** Shows the selection, or what is marked, whenever that is asked for: several as large as fits, one in the middle.
 *  @param isReady the map has its size */
export function useWanted(project: ProjectOverview, isReady: boolean, { fitTo, centreOn }: Moves): void {
  const wanted = useMapTools((state) => state.wanted);
  useEffect(() => {
    if (wanted === null || !isReady) return;
    shown();
    const selected = useSelection.getState();
    const { marked } = useMapTools.getState();
    const isWanted = ({ kind, id }: Mark) =>
      wanted === 'selection' ? selected[kind].has(id) : marked.some((mark) => mark.kind === kind && mark.id === id);
    const points = [
      ...project.events.filter(({ id }) => isWanted({ kind: 'events', id })),
      ...project.stations.filter(({ code }) => isWanted({ kind: 'stations', id: code })),
    ].flatMap(({ latitude, longitude }) => (latitude === null || longitude === null ? [] : [{ latitude, longitude }]));
    if (wanted === 'marked' && points.length === 1) centreOn(points[0]!);
    else fitTo(points);
  });
}
