import { coordinates, count, dateTime, fixed } from '../common/format';
import { useReached } from '../select/reach';
import type { Reached } from '../select/reaching';
import { useSelection } from '../select/store';
import { texts } from '../texts';
import classes from './MapView.module.css';
import type { MapSymbol } from './symbols';

const t = texts.select;
const WIDTH = 260;

/** How far it is from what is selected of the other kind. */
function reachLines({ kind, id }: MapSymbol, { reaches, partners }: Reached): string[] {
  const reach = reaches[kind].get(id);
  if (reach === undefined) return [];
  const { leastKm, greatestKm, azimuthDeg } = reach;
  if (azimuthDeg !== null) return [t.reach(count(leastKm), `${fixed(azimuthDeg, 0)}°`)];
  const words = (kind === 'events' ? texts.nStations : texts.nEvents)(partners[kind]);
  return [t.reachOf(`${count(leastKm)}–${count(greatestKm)}`, words)];
}

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
  const reached = useReached();
  const side =
    symbol.x + WIDTH + 24 < width
      ? { left: symbol.x + symbol.radius + 10 }
      : { right: width - symbol.x + symbol.radius + 10 };
  return (
    <div className={classes.tooltip} style={{ ...side, top: Math.max(8, symbol.y - 30) }} role="tooltip">
      <b>{symbol.id}</b> <span className="dim">{selected ? t.selected : t.notSelected}</span>
      {[...lines(symbol), ...reachLines(symbol, reached)].map((line) => (
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
