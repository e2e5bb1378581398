import { copyText } from '../../common/clipboard';
import type { MenuItem } from '../../common/contextMenu/store';
import { texts } from '../../texts';
import { withUnit } from '../histogram/words';
import { markOnMap } from '../map/marked';
import { MEASURES, type MeasureKey } from '../measures';
import { copyLines } from '../menu/copyTable';
import { joined, openPlace } from '../menu/items';
import { exportSelection } from '../menu/selection';
import { setBrush, setFilter } from '../state';
import { analysis, columns } from '../table';
import { placeOf, type Level, type TableColumn } from './columns';

const t = texts.results.menu;

interface LineMenu {
  level: Level;
  /** Place or row; null for the table as a whole. */
  line: number | null;
  /** The column that was meant; null where none was. */
  column: TableColumn | null;
  /** As they are shown. */
  shown: readonly TableColumn[];
  order: ArrayLike<number>;
  isPicked: boolean;
  toggle: (line: number) => void;
  hide: (key: string) => void;
}

/** Looking only at what has the same event, station or component; or selecting by a number from or up to here. */
function byValue(line: number, column: TableColumn): MenuItem[] {
  const { key } = column;
  const text = column.text(columns, line);
  if (key === 'event' || key === 'station')
    return [{ text: t.only(text), run: () => setFilter({ [`${key}s`]: text }) }];
  if (key === 'component') {
    return [{ text: t.only(texts.results.component(text)), run: () => setFilter({ components: new Set([text]) }) }];
  }
  const value = column.raw(columns, line);
  if (!(key in MEASURES) || typeof value !== 'number' || Number.isNaN(value)) return [];
  const measure = key as MeasureKey;
  const select = (min: number, max: number) => () => setBrush(measure, { kind: 'range', measure, min, max });
  const shown = withUnit(text, measure);
  // A range holds its lower end, and not its upper one.
  const above = value + Math.max(Number.EPSILON * Math.abs(value), Number.MIN_VALUE);
  return [
    { text: t.least(shown), run: select(value, Infinity) },
    { text: t.most(shown), run: select(-Infinity, above) },
  ];
}

function ofLine({ level, column, shown, isPicked, toggle }: LineMenu, line: number): MenuItem[] {
  const place = placeOf(level, columns, line);
  const { event, station } = columns.pairs;
  const pair = { event: columns.events.list[event[place]]!, station: columns.stations.list[station[place]]! };
  const row = () => copyText(shown.map(({ raw }) => raw(columns, line)).join('\t'));
  const value = column && { text: t.copyValue, divided: true, run: () => copyText(String(column.raw(columns, line))) };
  return [
    ...openPlace(place),
    { text: t.onMap, run: () => markOnMap(pair) },
    { text: isPicked ? t.drop : t.pick, run: () => toggle(line) },
    ...(column ? byValue(line, column) : []),
    ...(value ? [value] : []),
    { text: t.copyRow, divided: value === null, run: row },
  ];
}

/** What can be done with a line of a table of results, with the column that was meant, and with the table. */
export function lineMenu(menu: LineMenu): MenuItem[] {
  const { line, column, shown, order, hide } = menu;
  const ofColumn: MenuItem[] = column
    ? [
        { text: t.copyColumn(column.title), run: () => copyLines([column], order) },
        { text: t.hideColumn(column.title), enabled: shown.length > 1, run: () => hide(column.key) },
      ]
    : [];
  const exporting = analysis.masks.selecting ? t.exportSelected : t.exportAll;
  const ofTable = [
    { text: t.copyTable, run: () => copyLines(shown, order) },
    { text: exporting, run: exportSelection },
  ];
  return joined(line === null ? [] : ofLine(menu, line), joined(ofColumn, ofTable));
}
