import { coordinates, dateTime, fixed } from '../common/format';
import { useSelection } from '../select/store';
import { texts } from '../texts';
import classes from './MapView.module.css';
import type { MapSymbol } from './symbols';

const t = texts.select;
const WIDTH = 260;

function lines(symbol: MapSymbol): string[] {
  const { latitude, longitude } = symbol.item;
  if (symbol.kind === 'stations') {
    const { elevationM, observed, synthetic } = symbol.item;
    return [
      coordinates(latitude, longitude) + (elevationM === null ? '' : `, ${fixed(elevationM, 0)} m`),
      t.dataOf(observed, synthetic, texts.nEvents),
    ];
  }
  const { time, magnitude, depthKm, region, observed, synthetic } = symbol.item;
  return [
    ...(region === null ? [] : [region]),
    dateTime(time),
    `M ${fixed(magnitude, 1)}, ${fixed(depthKm, 0)} km, ${coordinates(latitude, longitude)}`,
    t.dataOf(observed, synthetic, texts.nStations),
  ];
}

/** What the pointer is over; on its left where there is no room on the right. */
export function MapTooltip({ symbol, width }: { symbol: MapSymbol; width: number }) {
  const selected = useSelection((state) => state[symbol.kind].has(symbol.id));
  const side =
    symbol.x + WIDTH + 24 < width
      ? { left: symbol.x + symbol.radius + 10 }
      : { right: width - symbol.x + symbol.radius + 10 };
  return (
    <div className={classes.tooltip} style={{ ...side, top: Math.max(8, symbol.y - 30) }} role="tooltip">
      <b>{symbol.id}</b> <span className="dim">{selected ? t.selected : t.notSelected}</span>
      {lines(symbol).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {symbol.item.problems.map((problem) => (
        <div key={problem} className={classes.problem}>
          {problem}
        </div>
      ))}
    </div>
  );
}
