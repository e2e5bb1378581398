import { useEffect, useRef } from 'react';
import type { ProjectOverview } from '@/api';
import { useSelection } from '../select/store';
import type { GeoPoint } from './camera';
import { useMapTools, zoomedToPair } from './tools';

/** Fits the map to what is selected, or to a pair, whenever that is asked for.
 *  @param isReady the map has its size */
export function useZoomToSelection(
  project: ProjectOverview,
  isReady: boolean,
  fitTo: (points: GeoPoint[]) => void,
): void {
  const asked = useMapTools((state) => state.zoomAsked);
  const pair = useMapTools((state) => state.zoomPair);
  const served = useRef(asked);
  useEffect(() => {
    // A pair may have been asked for from an area without this map.
    if ((served.current === asked && pair === null) || !isReady) return;
    served.current = asked;
    const { events, stations } = useSelection.getState();
    const chosen = [
      ...project.events.filter(({ id }) => (pair ? id === pair.event : events.has(id))),
      ...project.stations.filter(({ code }) => (pair ? code === pair.station : stations.has(code))),
    ];
    if (pair) zoomedToPair();
    fitTo(
      chosen.flatMap(({ latitude, longitude }) =>
        latitude === null || longitude === null ? [] : [{ latitude, longitude }],
      ),
    );
  });
}
