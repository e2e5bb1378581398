import type { MenuItem } from '../../common/contextMenu/store';
import { savePicture, type Picture } from '../../common/picture';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import { clearBrushes } from '../state';
import { analysis, columns } from '../table';
import { copySelection } from './copyTable';
import { exportSelection, invertSelection, showPairs } from './selection';

const t = texts.results.menu;

/** What can be done in every plot with what is selected, and with the plot itself.
 *  @param picture null where nothing is drawn */
export function plotItems(picture: (() => Picture) | null): MenuItem[] {
  const { selecting, counts } = analysis.masks;
  const save = (format: 'png' | 'svg') => () => picture && savePicture(picture(), format);
  return [
    { text: selecting ? t.selected(counts.selectedPairs) : t.all, run: showPairs },
    { text: t.invert, enabled: selecting, run: invertSelection },
    { text: t.clear, enabled: selecting, run: clearBrushes },
    { text: selecting ? t.exportSelected : t.exportAll, divided: true, run: exportSelection },
    { text: t.copyWindows, run: () => copySelection('window') },
    { text: t.copyPairs, run: () => copySelection('pair') },
    { text: texts.picture.png, divided: true, enabled: picture !== null, run: save('png') },
    { text: texts.picture.svg, enabled: picture !== null, run: save('svg') },
  ];
}

/** Opens the pair at a place; nothing where there is none. */
export function openPlace(place: number): MenuItem[] {
  if (place < 0) return [];
  const { event: events, station: stations } = columns.pairs;
  const [event, station] = [columns.events.list[events[place]!]!, columns.stations.list[stations[place]!]!];
  return [{ text: t.open(`${event} ${station}`), run: () => openPair({ event, station }) }];
}

/** Items, with a line before what follows others. */
export function joined(first: MenuItem[], rest: MenuItem[]): MenuItem[] {
  if (first.length === 0 || rest.length === 0) return [...first, ...rest];
  return [...first, { ...rest[0]!, divided: true }, ...rest.slice(1)];
}
