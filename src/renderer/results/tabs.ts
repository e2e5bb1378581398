import { create } from 'zustand';

export type View = 'histograms' | 'map' | 'scatter' | 'section' | 'pairs' | 'windows';

/** Panes with more than one view, by the name that their choice is remembered under. */
export const TABBED = {
  plots: ['histograms', 'map', 'scatter', 'section'],
  more: ['map', 'scatter', 'section'],
  tables: ['windows', 'pairs'],
} as const satisfies Record<string, readonly View[]>;

export type TabbedName = keyof typeof TABBED;

const key = (name: TabbedName) => `atoa-results-${name}`;

function remembered(name: TabbedName): View {
  const stored = localStorage.getItem(key(name));
  const views: readonly View[] = TABBED[name];
  return views.find((view) => view === stored) ?? views[0]!;
}

/** The view that each pane shows. */
export const useTabs = create<Record<TabbedName, View>>(() => ({
  plots: remembered('plots'),
  more: remembered('more'),
  tables: remembered('tables'),
}));

export function chooseView(name: TabbedName, view: View): void {
  localStorage.setItem(key(name), view);
  useTabs.setState({ [name]: view });
}

/** Brings a view to the front, in whichever panes it can stand. */
export function showView(view: View): void {
  for (const name of Object.keys(TABBED) as TabbedName[]) {
    if ((TABBED[name] as readonly View[]).includes(view)) chooseView(name, view);
  }
}
