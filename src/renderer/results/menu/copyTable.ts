import { copyText } from '../../common/clipboard';
import { texts } from '../../texts';
import { IN, SELECTED } from '../analysis/masks';
import { analysis, columns } from '../table';
import { columnsOf, type Level, type TableColumn } from '../tables/columns';

/** More than this no spreadsheet takes from the clipboard at once; the Export area writes any number. */
const MOST = 100_000;
/** Lines between two turns of others. */
const STRIDE = 2000;

function field(value: string | number): string {
  const text = typeof value === 'number' ? (Number.isNaN(value) ? '' : String(value)) : value;
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Lines as CSV, numbers with all their digits and without units. */
export function asCsv(shown: readonly TableColumn[], lines: readonly (readonly (string | number)[])[]): string {
  return [shown.map(({ key }) => key), ...lines].map((line) => line.map(field).join(',')).join('\n') + '\n';
}

/** The first lines as CSV, made in many small turns. */
async function linesOf(shown: readonly TableColumn[], order: ArrayLike<number>, end: number): Promise<string> {
  const lines: (string | number)[][] = [];
  for (let i = 0; i < end; i++) {
    lines.push(shown.map(({ raw }) => raw(columns, order[i]!)));
    if (i % STRIDE === STRIDE - 1) await new Promise((resolve) => setTimeout(resolve));
  }
  return asCsv(shown, lines);
}

/** Copies lines, the first ones of very many.
 *  @param order places of pairs or rows of windows */
export function copyLines(shown: readonly TableColumn[], order: ArrayLike<number>): Promise<void> {
  const end = Math.min(order.length, MOST);
  return copyText(linesOf(shown, order, end), texts.results.menu.copied(end, order.length));
}

/** Copies what is selected, or all that passes the filter without a selection. */
export function copySelection(level: Level): Promise<void> {
  const { masks } = analysis;
  const [bits, end] = level === 'pair' ? [masks.pairs, masks.pairCount] : [masks.windows, masks.windowCount];
  const wanted = masks.selecting ? SELECTED : IN;
  const order: number[] = [];
  for (let i = 0; i < end; i++) if (bits[i]! & wanted) order.push(i);
  return copyLines(columnsOf(level, columns.bands.length > 1), order);
}
