import { create } from 'zustand';
import type { ProjectOverview } from '@/api';
import { periodBands } from '@/core/config';
import { bandName } from '@/core/model';
import type { Brush, Brushes } from './brush';
import { NO_FILTER, type Filter } from './filter';
import { analysis, columns } from './table';

interface ResultsState {
  filter: Filter;
  brushes: Brushes;
}

export const useResults = create<ResultsState>(() => ({ filter: NO_FILTER, brushes: new Map() }));

export function setFilter(change: Partial<Filter>): void {
  const filter = { ...useResults.getState().filter, ...change };
  analysis.choose({ filter });
  useResults.setState({ filter });
}

function setBrushes(brushes: Brushes): void {
  analysis.choose({ brushes });
  useResults.setState({ brushes });
}

/** Sets what one plot or table selects; null for nothing.
 *  @param source the plot, of which each has one brush */
export function setBrush(source: string, brush: Brush | null): void {
  const brushes = new Map(useResults.getState().brushes);
  if (brush === null && !brushes.has(source)) return;
  if (brush === null) brushes.delete(source);
  else brushes.set(source, brush);
  setBrushes(brushes);
}

export function clearBrushes(): void {
  if (useResults.getState().brushes.size > 0) setBrushes(new Map());
}

/** Forgets filter and selection, and learns the events of a project that is about to give its results. */
export function forgetResults(project: Pick<ProjectOverview, 'events' | 'parameters'> | null): void {
  const events = project?.events ?? [];
  columns.bands = project === null ? [] : periodBands(project.parameters).map(bandName);
  columns.setOrigins(events);
  useResults.setState({ filter: NO_FILTER, brushes: new Map() });
  analysis.choose({
    filter: NO_FILTER,
    brushes: new Map(),
    regions: new Map(events.map(({ id, region }) => [id, region])),
  });
}
