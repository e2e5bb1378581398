import { copyText } from '../common/clipboard';
import type { MenuItem } from '../common/contextMenu/store';
import { itemMenu } from '../select/itemMenu';
import { useSelection } from '../select/store';
import { texts } from '../texts';
import type { MapSymbol } from './symbols';
import { zoomToSelection } from './tools';

const t = texts.contextMenu;
const STEP = 1.6;

interface MapMoves {
  zoomBy(factor: number): void;
  fit(): void;
}

/** What can be done with the view of any map. */
export function mapViewItems({ zoomBy, fit }: MapMoves): MenuItem[] {
  return [
    { text: t.zoomIn, run: () => zoomBy(STEP) },
    { text: t.zoomOut, run: () => zoomBy(1 / STEP) },
    { text: t.showAll, run: fit },
  ];
}

/** What can be done on the map of the Select area.
 *  @param symbol that was meant; null for an empty place
 *  @param place  longitude and latitude there, degrees; null where it is no place of the Earth */
export function mapMenu(symbol: MapSymbol | null, place: [number, number] | null, moves: MapMoves): MenuItem[] {
  const { events, stations } = useSelection.getState();
  const isAny = events.size + stations.size > 0;
  const [zoomIn, ...others] = mapViewItems(moves);
  return [
    ...(symbol ? itemMenu(symbol.kind, symbol.id) : []),
    { ...zoomIn!, divided: symbol !== null },
    ...others,
    { text: t.zoomToSelection, enabled: isAny, run: zoomToSelection },
    ...(place && !symbol
      ? [{ text: t.copyPlace, divided: true, run: () => copyText(`${place[1].toFixed(4)} ${place[0].toFixed(4)}`) }]
      : []),
  ];
}
