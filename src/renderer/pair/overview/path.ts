import type { EventSummary, StationSummary } from '@/api';
import { geodesic, type Geodesic } from '@/core/geodesy';
import { texts } from '../../texts';

type Place = Pick<EventSummary, 'latitude' | 'longitude'>;

/** Degrees; null where nothing tells them, or they are none: SPECFEM may count in metres. */
function degreesOf({ latitude, longitude }: Place): [latitude: number, longitude: number] | null {
  return latitude !== null && longitude !== null && Math.abs(latitude) <= 90 ? [latitude, longitude] : null;
}

/** Distance and directions from an event to a station; null where one of them has no coordinates. */
export function pathBetween(event: Place | undefined, station: Place | undefined): Geodesic | null {
  const [from, to] = [event && degreesOf(event), station && degreesOf(station)];
  return from && to ? geodesic(...from, ...to) : null;
}

/** Why there is no path to draw. */
export function lackingPlace(event: EventSummary | undefined, station: StationSummary | undefined): string {
  const lacks = [
    ...(event && degreesOf(event) ? [] : [texts.pair.theEvent]),
    ...(station && degreesOf(station) ? [] : [texts.pair.theStation]),
  ];
  return texts.pair.noMap(lacks);
}
