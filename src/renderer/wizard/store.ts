import { create } from 'zustand';
import type { FolderSurvey, Layout, LayoutCheck } from '@/api';

export type PathKey = 'events' | 'stations' | 'observed' | 'synthetics' | 'outputs';

interface WizardState {
  /** The folder that is set up; null where none is. */
  path: string | null;
  survey: FolderSurvey | null;
  /** Why the folder cannot be looked at. */
  error: string | null;
  /** Index of the proposal; null for paths of one's own. */
  chosen: number | null;
  /** As it is edited. Settings that are switched off stay in it. */
  layout: Layout;
  off: ReadonlySet<string>;
  /** What the layout gives; of the one before while `checking`. */
  check: LayoutCheck | null;
  checking: boolean;
  creating: boolean;
}

const OWN: Layout = {
  ...{ events: 'events', stations: 'stations', observed: 'observed', synthetics: 'synthetics', outputs: '' },
  settings: [],
};

export const NO_WIZARD: WizardState = {
  ...{ path: null, survey: null, error: null, chosen: null, layout: OWN, off: new Set() },
  ...{ check: null, checking: false, creating: false },
};

export const useWizard = create<WizardState>(() => NO_WIZARD);

/** The layout with the settings that are on. */
export function wantedLayout({ layout, off }: Pick<WizardState, 'layout' | 'off'>): Layout {
  return { ...layout, settings: layout.settings.filter(({ key }) => !off.has(key)) };
}

/** Whether the layout gives a project. */
export function canCreate({
  check,
  checking,
  creating,
}: Pick<WizardState, 'check' | 'checking' | 'creating'>): boolean {
  return check !== null && check.error === null && !checking && !creating;
}
