import { useEffect, useRef } from 'react';
import type { ProjectOverview } from '@/api';
import { useSelection } from '../select/store';
import type { GeoPoint } from './camera';
import { useMapTools } from './tools';

/** Fits the map to what is selected whenever that is asked for. */
export function useZoomToSelection(project: ProjectOverview, fitTo: (points: GeoPoint[]) => void): void {
  const asked = useMapTools((state) => state.zoomAsked);
  const served = useRef(asked);
  useEffect(() => {
    if (served.current === asked) return;
    served.current = asked;
    const { events, stations } = useSelection.getState();
    const chosen = [
      ...project.events.filter(({ id }) => events.has(id)),
      ...project.stations.filter(({ code }) => stations.has(code)),
    ];
    fitTo(
      chosen.flatMap(({ latitude, longitude }) =>
        latitude === null || longitude === null ? [] : [{ latitude, longitude }],
      ),
    );
  });
}
