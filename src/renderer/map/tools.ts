import { create } from 'zustand';
import type { PairKey } from '@/core/model';
import { setSelectView } from '../select/view';

export type Tool = 'pan' | 'rectangle' | 'lasso';
/** What rectangle and lasso select. */
export type Targets = 'both' | 'events' | 'stations';

/** An event or a station by its id or code. */
export interface Mark {
  kind: 'events' | 'stations';
  id: string;
}

interface ToolState {
  tool: Tool;
  targets: Targets;
  /** What the map is asked to show; null once it does. */
  wanted: 'selection' | 'marked' | null;
  /** What stands out, selected or not, until somebody presses on the map or Escape. */
  marked: readonly Mark[];
}

/** What a drag over the map does, and what it shows. */
export const useMapTools = create<ToolState>(() => ({ tool: 'pan', targets: 'both', wanted: null, marked: [] }));

export function setTool(tool: Tool): void {
  useMapTools.setState({ tool });
}

export function setTargets(targets: Targets): void {
  useMapTools.setState({ targets });
}

export function zoomToSelection(): void {
  setSelectView('map');
  useMapTools.setState({ wanted: 'selection' });
}

/** Shows where something is and marks it, also on a map that is only being opened, without selecting anything. */
export function markOnMap(...marked: Mark[]): void {
  setSelectView('map');
  useMapTools.setState({ wanted: 'marked', marked });
}

/** The same with the event and the station of a pair. */
export function markPair({ event, station }: PairKey): void {
  markOnMap({ kind: 'events', id: event }, { kind: 'stations', id: station });
}

export function unmark(): void {
  if (useMapTools.getState().marked.length > 0) useMapTools.setState({ marked: [] });
}

export function shown(): void {
  useMapTools.setState({ wanted: null });
}
