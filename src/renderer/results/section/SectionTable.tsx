import { UnstyledButton } from '@mantine/core';
import type { RecordSection } from '@/core/model';
import { count, fixed } from '../../common/format';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import plot from '../plot.module.css';
import { useSelectedStations } from './selected';

const t = texts.results;

/** A record section in numbers; a station opens its pair. */
export function SectionTable({ section: { event, traces } }: { section: RecordSection }) {
  const selected = useSelectedStations(event);
  return (
    <div className={plot.tables} tabIndex={0} role="region" aria-label={t.section.table}>
      <table className={plot.table}>
        <thead>
          <tr>
            <th scope="col">{t.map.station}</th>
            <th scope="col">{t.section.heights.distance}</th>
            <th scope="col">{t.section.heights.azimuth}</th>
            <th scope="col">{t.section.layers.windows}</th>
          </tr>
        </thead>
        <tbody>
          {traces.map(({ station, distanceKm, azimuthDeg, windows }) => (
            <tr key={station} data-selected={selected?.has(station) || undefined}>
              <th scope="row">
                <UnstyledButton className={plot.name} onClick={() => openPair({ event, station })}>
                  {station}
                </UnstyledButton>
              </th>
              <td>{fixed(distanceKm, 0)}</td>
              <td>{fixed(azimuthDeg, 1)}</td>
              <td>{count(windows.length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
