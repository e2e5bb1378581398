import { count } from '../../common/format';
import type { MapSymbol } from '../../map/symbols';
import { texts } from '../../texts';
import type { Ends } from '../analysis/ends';
import { valueText } from '../histogram/words';
import { MEASURES } from '../measures';
import plot from '../plot.module.css';
import { columns } from '../table';
import type { MapChoice } from './MapBar';
import classes from './ResultsMap.module.css';

const t = texts.results.map;

/** The value of an event or a station; NaN without one. */
export function valueOf(ends: Ends, { kind, id }: MapSymbol): number {
  const number = (kind === 'events' ? columns.events : columns.stations).find(id);
  return number === -1 ? NaN : (ends[kind].value[number] ?? NaN);
}

/** What a map shows, with its unit. */
export function titleOf({ measure, statistic }: MapChoice): string {
  if (statistic === 'count') return t.counts[MEASURES[measure].level];
  const { unit } = MEASURES[measure];
  return `${t.statistics[statistic]} ${texts.results.short[measure]}${unit === '' ? '' : `, ${unit}`}`;
}

/** Above a symbol that is pointed at: its name and its value. */
export function SymbolValue({ symbol, ends }: { symbol: MapSymbol; ends: Ends }) {
  const value = valueOf(ends, symbol);
  const { measure, statistic } = ends.choice;
  const text = statistic === 'count' ? count(value) : valueText(measure, value);
  const style = { left: symbol.x, top: symbol.y - symbol.radius - 6 };
  return (
    <div className={`${plot.tooltip} ${classes.above}`} style={style} role="tooltip">
      <b>{symbol.id}</b> {Number.isNaN(value) ? t.noValue : text}
    </div>
  );
}
