import { count } from '../../common/format';
import { texts } from '../../texts';
import type { Histogram } from '../analysis/histogram';
import type { MeasureKey } from '../measures';
import classes from './Histogram.module.css';
import plot from '../plot.module.css';
import { binText, measureTitle, valueText } from './words';

const t = texts.results;

/** A histogram in numbers: its statistics and the counts of its bins, by component. */
export function BinTable({ measure, histogram }: { measure: MeasureKey; histogram: Histogram }) {
  const { bins, series, total, selecting } = histogram;
  const split = series.length > 1 ? series : [];
  const rows = Array.from({ length: bins.edges.length - 1 }, (_, bin) => bin);
  const columns = [
    { name: t.histogram.all, ...total.whole },
    ...split.map(({ component, whole }) => ({ name: component ?? '', ...whole })),
    ...(selecting ? [{ name: t.histogram.selected, ...total.selected }] : []),
  ];
  return (
    <div
      className={classes.scroller}
      tabIndex={0}
      role="region"
      aria-label={`${measureTitle(measure)}: ${t.histogram.table}`}
    >
      <table className={plot.table}>
        <thead>
          <tr>
            <th scope="col">{t.histogram.bin}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['count', 'mean', 'median', 'deviation'] as const).map((figure) => (
            <tr key={figure} className={classes.figures}>
              <th scope="row">{figure === 'count' ? t.histogram.n : t.histogram[figure]}</th>
              {columns.map(({ name, statistics }) => (
                <td key={name}>
                  {figure === 'count' ? count(statistics.count) : valueText(measure, statistics[figure])}
                </td>
              ))}
            </tr>
          ))}
          {rows.map((bin) => (
            <tr key={bin} data-from={bins.edges[bin]} data-to={bins.edges[bin + 1]}>
              <th scope="row">{binText(measure, bins, bin)}</th>
              {columns.map(({ name, counts }) => (
                <td key={name}>{count(counts[bin])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
