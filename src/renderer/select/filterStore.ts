import { create } from 'zustand';
import { NO_FILTERS, type FilterTexts, type RangeName, type RangeText } from './filters';

/** What is typed into the filters of the open project. */
export const useFilters = create<FilterTexts>(() => NO_FILTERS);

export function setTerms(kind: 'events' | 'stations', text: string): void {
  useFilters.setState({ [kind]: text });
}

export function setRange(name: RangeName, range: RangeText): void {
  useFilters.setState({ [name]: range });
}

export function setFilters(filters: FilterTexts): void {
  useFilters.setState(filters);
}
