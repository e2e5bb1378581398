import type { TablePreview } from '@/api';
import { copyText } from '../common/clipboard';
import type { MenuItem } from '../common/contextMenu/store';
import { texts } from '../texts';
import { exportTable } from './actions';
import { setExport, setFilterText } from './store';

const t = texts.exporting.menu;

type Cell = TablePreview['rows'][number][number];

/** The filter of the form that a column's values can be put into. */
const FIELDS: Record<string, 'events' | 'stations' | 'components'> = {
  event: 'events',
  station: 'stations',
  component: 'components',
};

const text = (cell: Cell) => (cell === null ? '' : String(cell));

/** What can be done with a cell of the first rows, its row and its column.
 *  @param row    its number; null for the head of the table
 *  @param column its number; null where none was meant */
export function previewMenu(
  { columns, rows, total }: TablePreview,
  row: number | null,
  column: number | null,
): MenuItem[] {
  const cells = row === null ? null : rows[row]!;
  const name = column === null ? null : columns[column]!;
  const value = cells === null || column === null ? '' : text(cells[column]!);
  const field = name === null ? undefined : FIELDS[name];
  const ofCell: MenuItem[] = [
    ...(field && value !== '' ? [{ text: t.only(value), run: () => setFilterText({ [field]: value }) }] : []),
    ...(value === '' ? [] : [{ text: t.copyValue, run: () => copyText(value) }]),
    ...(cells ? [{ text: t.copyRow, run: () => copyText(cells.map(text).join('\t')) }] : []),
  ];
  const ofColumn: MenuItem[] =
    name === null
      ? []
      : [
          {
            text: t.leaveOut(name),
            divided: ofCell.length > 0,
            enabled: columns.length > 1,
            run: () => setExport({ columns: columns.filter((each) => each !== name) }),
          },
          { text: t.usual, run: () => setExport({ columns: null }) },
        ];
  const isFirst = ofCell.length + ofColumn.length === 0;
  return [
    ...ofCell,
    ...ofColumn,
    { text: texts.exporting.exportTable(total), divided: !isFirst, enabled: total > 0, run: exportTable },
  ];
}
