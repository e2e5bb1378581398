import { comparePairs, type PairOutcome } from '@/core/model';
import type { Cell, Table } from './table';

/** One row a component of two stations that were compared by a double difference, sorted by event, stations, component. */
export function stationPairTable(outcomes: PairOutcome[]): Table {
  const columns = [
    ...['event', 'station_a', 'station_b', 'component'],
    ...['distance_km', 'similarity', 'windows', 'misfit'],
  ];
  const rows = [...outcomes]
    .sort(comparePairs)
    .flatMap(({ event, station, partners = [] }) =>
      [...partners]
        .sort((a, b) => compare(a.station, b.station) || compare(a.component, b.component))
        .map((each): Cell[] => [
          ...[event, station, each.station, each.component],
          ...[each.distanceKm, each.similarity, each.windows, each.misfit],
        ]),
    );
  return { columns, rows };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
