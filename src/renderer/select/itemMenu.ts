import { copyText } from '../common/clipboard';
import type { MenuItem } from '../common/contextMenu/store';
import { markOnMap } from '../map/tools';
import { texts } from '../texts';
import { selectOnly, toggle, useSelection, type Kind } from './store';

const t = texts.contextMenu;

/** What can be done with an event or a station, in its list and on the map. */
export function itemMenu(kind: Kind, id: string): MenuItem[] {
  const selected = useSelection.getState()[kind].has(id);
  return [
    { text: selected ? t.leaveOut : t.select, run: () => toggle(kind, id) },
    { text: t.only, run: () => selectOnly(kind, [id]) },
    { text: t.onMap, divided: true, run: () => markOnMap({ kind, id }) },
    { text: t.copyId, run: () => copyText(id) },
  ];
}
