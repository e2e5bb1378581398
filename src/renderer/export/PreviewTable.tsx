import type { TablePreview } from '@/api';
import { texts } from '../texts';
import classes from './ExportPage.module.css';

const t = texts.exporting;

/** The first rows as they will be written, numbers with all their digits. */
export function PreviewTable({ preview }: { preview: TablePreview }) {
  const { offered, columns, rows } = preview;
  const shown = columns.map((name) => offered.find((each) => each.name === name)!);
  const numeric = shown.map(({ type }) => (type === 'number' || type === 'integer' ? classes.numeric : undefined));
  return (
    <div className={classes.preview} tabIndex={0} role="region" aria-label={t.preview}>
      <table className={classes.table}>
        <thead>
          <tr>
            {shown.map(({ name, unit }, i) => (
              <th key={name} scope="col" className={numeric[i]}>
                {name} {unit !== null && <span className="dim">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, i) => (
                <td key={columns[i]} className={numeric[i]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={classes.nothing}>{t.noRows}</p>}
    </div>
  );
}
