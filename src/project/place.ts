import type { SeismicEvent, Station } from '@/core/model';
import type { EventEntry, StationEntry } from './types';

/** The event where it has a place on the globe: not metres of a Cartesian mesh. */
export function placeOfEvent({ event }: EventEntry): SeismicEvent | null {
  return event && isGeographic(event) ? event : null;
}

/** The station where it has a place on the globe. */
export function placeOfStation({ station }: StationEntry): Station | null {
  return station && isGeographic(station) ? station : null;
}

function isGeographic({ latitude, longitude }: Pick<Station, 'latitude' | 'longitude'>): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360;
}
