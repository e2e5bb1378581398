import type { Channel, Nanoseconds, Station } from '@/core/model';
import type { StationFormat } from '@/formats';

/** One description of a station, and the kind of file it stood in. */
export interface StationPart {
  station: Station;
  format: StationFormat;
}

/** How far a format is trusted where several describe a station: StationXML has exact places and whole responses. */
const RANK: Record<StationFormat, number> = { stationxml: 3, resp: 2, sacpz: 1, stations: 0, sac: -1 };

/** One station of all that files say about it. The place is that of the best format that states one; where a station
 *  moved, that of the epoch in which `time` lies. Channels of better formats come last, where a search by time finds them.
 *  @returns null where no file states a place and none has a channel; coordinates are NaN where only channels are known */
export function mergeStations(parts: StationPart[], time: Nanoseconds | null): Station | null {
  const [first] = parts;
  if (!first) return null;
  const ranked = parts.toSorted((a, b) => RANK[a.format] - RANK[b.format]);
  const placed = ranked.filter(
    ({ station }) => Number.isFinite(station.latitude) && Number.isFinite(station.longitude),
  );
  const best = placed.filter(({ format }) => format === placed.at(-1)?.format);
  const place = (best.find(({ station }) => holdsAt(station, time)) ?? best[0] ?? first).station;
  const { latitude, longitude } = place;
  const elevationM = Number.isFinite(place.elevationM) ? place.elevationM : 0;
  const channels = ranked.flatMap(({ station }) =>
    station.channels.map((channel) =>
      Number.isFinite(channel.latitude) ? channel : { ...channel, latitude, longitude, elevationM },
    ),
  );
  return { network: place.network, code: place.code, latitude, longitude, elevationM, channels };
}

function holdsAt(station: Station, time: Nanoseconds | null): boolean {
  const open = ({ start, end }: Channel) =>
    time !== null && (start === null || start <= time) && (end === null || time <= end);
  return station.channels.some(open);
}
