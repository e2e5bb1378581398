import { create } from 'zustand';
import type { AppInfo, ProjectOverview, RecentProject } from '@/api';

/** The pages of the workbench. */
export type Area = 'project' | 'select' | 'configure' | 'run' | 'results' | 'export';

/** A message that stays until it is closed (errors) or for some seconds. */
export interface Notice {
  id: number;
  kind: 'error' | 'warning' | 'done';
  message: string;
  /** Of a refusal by the engine. */
  code?: string;
  advice: string | null;
  /** What can be done about it at once. */
  action?: { text: string; run: () => void };
}

interface AppState {
  info: AppInfo | null;
  recent: RecentProject[];
  project: ProjectOverview | null;
  /** What is being waited for, as a sentence; null where nothing is. */
  busy: string | null;
  area: Area;
  notices: Notice[];
  /** When the page last asked for the recent projects, ms since 1970. */
  since: number;
}

export const useApp = create<AppState>(() => ({
  info: null,
  recent: [],
  project: null,
  busy: null,
  area: 'select',
  notices: [],
  since: 0,
}));

export function setArea(area: Area): void {
  useApp.setState({ area });
}
