import type { MouseEvent } from 'react';
import type { TablePreview } from '@/api';
import { openContextMenu } from '../common/contextMenu/store';
import { texts } from '../texts';
import classes from './ExportPage.module.css';
import { previewMenu } from './previewMenu';

const t = texts.exporting;

type Cell = TablePreview['rows'][number][number];

/** Digits that are shown of a number; a file holds the shortest text that reads back as the same one. */
const DIGITS = 6;

function displayed(cell: Cell): string | number | null {
  return typeof cell === 'number' && !Number.isInteger(cell) ? Number(cell.toPrecision(DIGITS)) : cell;
}

/** The first rows as they will be written, but for the last digits of numbers, which the pointer tells. */
export function PreviewTable({ preview }: { preview: TablePreview }) {
  const { offered, columns, rows } = preview;
  const shown = columns.map((name) => offered.find((each) => each.name === name)!);
  const numeric = shown.map(({ type }) => (type === 'number' || type === 'integer' ? classes.numeric : undefined));
  const showMenu = (event: MouseEvent) => {
    const cell = (event.target as Element).closest('td, th');
    const line = cell?.closest('tbody tr');
    const at = (element: Element | null | undefined) =>
      element?.parentElement ? [...element.parentElement.children].indexOf(element) : null;
    openContextMenu(event, texts.contextMenu.of(t.preview), previewMenu(preview, at(line), at(cell)), cell);
  };
  return (
    <div className={classes.preview} tabIndex={0} role="region" aria-label={t.preview} onContextMenu={showMenu}>
      <table className={classes.table}>
        <thead>
          <tr>
            {shown.map(({ name, unit }, i) => (
              <th key={name} scope="col" className={numeric[i]}>
                {name} {unit !== null && !name.endsWith(`_${unit}`) && <span className="dim">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, i) => (
                <td key={columns[i]} className={numeric[i]} title={cell === null ? undefined : String(cell)}>
                  {displayed(cell)}
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
