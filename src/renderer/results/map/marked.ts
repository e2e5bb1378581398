import { create } from 'zustand';
import { showView } from '../tabs';

/** An event and a station that somebody wants to see on the map. */
export interface Marked {
  event: string;
  station: string;
}

export const useMarked = create<{ marked: Marked | null }>(() => ({ marked: null }));

/** Shows a pair on the map, ringed, with the map around it. */
export function markOnMap(marked: Marked): void {
  useMarked.setState({ marked });
  showView('map');
}
