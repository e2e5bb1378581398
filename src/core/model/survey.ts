import type { ProjectProblem } from './inspection';

export const SETTING_KEYS = [
  'iteration',
  'step_count',
  'observed_tag',
  'synthetic_tag',
  'st_obs_type',
  'unit_output',
  'preprocess.remove_response',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** A parameter that has to fit the data. */
export interface LayoutSetting {
  key: SettingKey;
  value: string | number | boolean;
  /** Why it is proposed, as a comment of the file says it. */
  reason: string;
}

/** How a folder is laid out: what the configuration would say of it. Paths are as in the configuration. */
export interface Layout {
  events: string;
  stations: string;
  observed: string;
  synthetics: string;
  /** Folder that outputs go to, empty for the project's own. */
  outputs: string;
  settings: LayoutSetting[];
}

/** What would be found with a layout. */
export interface LayoutCheck {
  /** What would be written. */
  yaml: string;
  /** Why it is no configuration; null where it is one. */
  error: string | null;
  events: number;
  /** Of these, with a source file. */
  describedEvents: number;
  stations: number;
  describedStations: number;
  responses: number;
  /** Pairs with observed, with synthetic waveforms, with both. */
  observed: number;
  synthetic: number;
  ready: number;
  /** The first ones. */
  eventIds: string[];
  stationCodes: string[];
  problems: ProjectProblem[];
  problemCount: number;
  /** Parameters that fit what was found, and that the layout does not set. */
  offers: LayoutSetting[];
}

/** A layout that was found in a folder, not yet tried. */
export interface FoundLayout {
  /** Such as `SeisFlows working folder`. */
  title: string;
  layout: Layout;
}

/** One that was tried, with what it would give. */
export interface LayoutProposal extends FoundLayout {
  check: LayoutCheck;
}

export interface FolderSurvey {
  path: string;
  name: string;
  /** Its file of parameters, where it has one: nothing is to be set up then. */
  configFile: string | null;
  files: number;
  /** False where a limit ended the survey. */
  complete: boolean;
  /** Symbolic links that lead out of the folder: a survey does not follow them. */
  linksOut: number;
  /** The first of these, from the folder on. */
  links: string[];
  /** The one with most pairs first. */
  proposals: LayoutProposal[];
}
