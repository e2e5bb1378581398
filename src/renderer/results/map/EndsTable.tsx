import { UnstyledButton } from '@mantine/core';
import { count } from '../../common/format';
import { texts } from '../../texts';
import type { Ends } from '../analysis/ends';
import type { GroupValues } from '../analysis/groups';
import { valueText } from '../histogram/words';
import { columns } from '../table';
import { selectEnds } from './select';
import plot from '../plot.module.css';

const t = texts.results.map;

/** At most so many of each kind are listed: the farthest from the ordinary come first. */
const LIMIT = 300;

function ranked({ value }: GroupValues): number[] {
  const places = Array.from(value.keys()).filter((place) => !Number.isNaN(value[place]));
  return places.sort((a, b) => Math.abs(value[b]) - Math.abs(value[a])).slice(0, LIMIT);
}

function Rows({
  kind,
  title,
  names,
  values,
  ends,
}: {
  kind: 'events' | 'stations';
  title: string;
  names: readonly string[];
  values: GroupValues;
  ends: Ends;
}) {
  const { measure, statistic } = ends.choice;
  return (
    <table className={plot.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{`${t.statistics[statistic]} ${statistic === 'count' ? '' : texts.results.short[measure]}`}</th>
          <th scope="col">{texts.results.histogram.n}</th>
        </tr>
      </thead>
      <tbody>
        {ranked(values).map((place) => (
          <tr key={place}>
            <th scope="row">
              <UnstyledButton className={plot.name} onClick={() => selectEnds({ [kind]: new Set([names[place]]) })}>
                {names[place]}
              </UnstyledButton>
            </th>
            <td>{statistic === 'count' ? count(values.value[place]) : valueText(measure, values.value[place])}</td>
            <td>{count(values.count[place])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The map in numbers; a name selects its pairs. */
export function EndsTable({ ends }: { ends: Ends }) {
  return (
    <div className={plot.tables} tabIndex={0} role="region" aria-label={t.table}>
      <Rows kind="stations" title={t.station} names={columns.stations.list} values={ends.stations} ends={ends} />
      <Rows kind="events" title={t.event} names={columns.events.list} values={ends.events} ends={ends} />
    </div>
  );
}
