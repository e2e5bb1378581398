import { arcDegrees, geodesic } from '@/core/geodesy';
import type { SeismicEvent, Station } from '@/core/model';
import type { PairGeometry } from './types';

/** The path between event and station; null without one of them. */
export function geometryOf(event: SeismicEvent | null, station: Station | null): PairGeometry | null {
  if (event === null || station === null) return null;
  const path = [event.latitude, event.longitude, station.latitude, station.longitude] as const;
  return { ...geodesic(...path), distanceDeg: arcDegrees(...path) };
}
