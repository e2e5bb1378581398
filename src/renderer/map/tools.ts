import { create } from 'zustand';

export type Tool = 'pan' | 'rectangle' | 'lasso';
/** What rectangle and lasso select. */
export type Targets = 'both' | 'events' | 'stations';

interface ToolState {
  tool: Tool;
  targets: Targets;
  /** Grows when the map is asked to show the selection. */
  zoomAsked: number;
}

/** What a drag over the map does. */
export const useMapTools = create<ToolState>(() => ({ tool: 'pan', targets: 'both', zoomAsked: 0 }));

export function setTool(tool: Tool): void {
  useMapTools.setState({ tool });
}

export function setTargets(targets: Targets): void {
  useMapTools.setState({ targets });
}

export function zoomToSelection(): void {
  useMapTools.setState(({ zoomAsked }) => ({ zoomAsked: zoomAsked + 1 }));
}
