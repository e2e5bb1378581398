import { copyText } from '../../common/clipboard';
import type { MenuItem } from '../../common/contextMenu/store';
import type { MapSymbol } from '../../map/symbols';
import { texts } from '../../texts';
import { setFilter, useResults } from '../state';
import { selectEnds, toggleEnd } from './select';

const t = texts.results.menu;

/** What can be done with an event or a station on the map of results. */
export function endItems({ kind, id }: Pick<MapSymbol, 'kind' | 'id'>): MenuItem[] {
  const brush = useResults.getState().brushes.get('map');
  const isSelected = brush?.kind === 'ends' && brush[kind].has(id);
  return [
    { text: t.selectEnd(id), run: () => selectEnds({ [kind]: new Set([id]) }) },
    { text: isSelected ? t.dropEnd(id) : t.addEnd(id), enabled: brush !== undefined, run: () => toggleEnd(kind, id) },
    { text: t.only(id), run: () => setFilter({ [kind]: id }) },
    { text: texts.contextMenu.copyId, run: () => copyText(id) },
  ];
}
