import { arcDegrees, geodesic } from '@/core/geodesy';
import type { SeismicEvent, Station } from '@/core/model';
import type { Notes } from './notes';
import type { PairGeometry } from './types';

/** The path between event and station; null without one of them, where nothing tells where it is, and, with a warning,
 *  for a latitude beyond a pole: SPECFEM may count in metres. */
export function geometryOf(event: SeismicEvent | null, station: Station | null, notes: Notes): PairGeometry | null {
  if (event === null || station === null) return null;
  const path = [event.latitude, event.longitude, station.latitude, station.longitude] as const;
  if (!path.every(Number.isFinite)) return null;
  const beyond = [event.latitude, station.latitude].find((latitude) => Math.abs(latitude) > 90);
  if (beyond !== undefined) {
    notes.warn(`a latitude of ${beyond} degrees is beyond the pole: there are no distance, azimuth and arrivals`);
    return null;
  }
  return { ...geodesic(...path), distanceDeg: arcDegrees(...path) };
}
