import { create } from 'zustand';

export const SELECT_VIEWS = ['map', 'availability'] as const;
export type SelectView = (typeof SELECT_VIEWS)[number];

const KEY = 'atoa-select-view';

/** What is beside the lists of the Select area; remembered. null until somebody chooses. */
export const useSelectView = create<{ view: SelectView | null }>(() => ({
  view: SELECT_VIEWS.find((view) => view === localStorage.getItem(KEY)) ?? null,
}));

export function setSelectView(view: SelectView): void {
  localStorage.setItem(KEY, view);
  useSelectView.setState({ view });
}
