import { UnstyledButton } from '@mantine/core';
import { count } from '../../common/format';
import { texts } from '../../texts';
import { rangeOf } from '../analysis/bins';
import type { Scatter, Slice } from '../analysis/scatter';
import { binText, measureTitle, valueText } from '../histogram/words';
import { setBrush } from '../state';
import plot from '../plot.module.css';

const t = texts.results;

/** y by x in numbers; a range of x selects what lies in it. */
export function SliceTable({ scatter }: { scatter: Scatter }) {
  const { x, y, bins, slices, selecting } = scatter;
  const chosen = new Map(slices.selected.map((slice) => [slice.bin, slice]));
  const figures = (slice: Slice | undefined) => [
    count(slice?.count ?? 0),
    slice ? valueText(y, slice.mean) : '–',
    slice ? valueText(y, slice.deviation) : '–',
  ];
  const heads = [t.histogram.n, `${t.histogram.mean} ${t.short[y]}`, t.histogram.deviation];
  return (
    <div className={plot.tables} tabIndex={0} role="region" aria-label={t.scatter.table}>
      <table className={plot.table}>
        <thead>
          <tr>
            <th scope="col">{measureTitle(x)}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {selecting &&
              heads.map((head) => (
                <th key={head} scope="col">
                  {`${t.histogram.selected}: ${head}`}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {slices.whole.map((slice) => (
            <tr key={slice.bin}>
              <th scope="row">
                <UnstyledButton
                  className={plot.name}
                  onClick={() => {
                    const [min, max] = rangeOf(bins, slice.bin, slice.bin);
                    setBrush('scatter', { kind: 'range', measure: x, min, max });
                  }}
                >
                  {binText(x, bins, slice.bin)}
                </UnstyledButton>
              </th>
              {[...figures(slice), ...(selecting ? figures(chosen.get(slice.bin)) : [])].map((text, i) => (
                <td key={i}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
