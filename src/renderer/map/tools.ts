import { create } from 'zustand';
import type { PairKey } from '@/core/model';

export type Tool = 'pan' | 'rectangle' | 'lasso';
/** What rectangle and lasso select. */
export type Targets = 'both' | 'events' | 'stations';

interface ToolState {
  tool: Tool;
  targets: Targets;
  /** Grows when the map is asked to show the selection, or a pair. */
  zoomAsked: number;
  /** The pair that is to be shown; null for the selection. */
  zoomPair: PairKey | null;
}

/** What a drag over the map does. */
export const useMapTools = create<ToolState>(() => ({ tool: 'pan', targets: 'both', zoomAsked: 0, zoomPair: null }));

export function setTool(tool: Tool): void {
  useMapTools.setState({ tool });
}

export function setTargets(targets: Targets): void {
  useMapTools.setState({ targets });
}

export function zoomToSelection(): void {
  useMapTools.setState(({ zoomAsked }) => ({ zoomAsked: zoomAsked + 1, zoomPair: null }));
}

/** Shows the event and the station of a pair, also on a map that is only being shown. */
export function zoomToPair(zoomPair: PairKey): void {
  useMapTools.setState(({ zoomAsked }) => ({ zoomAsked: zoomAsked + 1, zoomPair }));
}

export function zoomedToPair(): void {
  useMapTools.setState({ zoomPair: null });
}
