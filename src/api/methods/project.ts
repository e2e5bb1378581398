import { z } from 'zod';
import type { AppInfo, FolderListing, PairFileList, ProjectOverview, RecentProject } from '../types';
import { nothing, pairKey, text } from './common';

/** The application, and the project that is open in it. */
export const projectInputs = {
  appInfo: nothing,
  recentProjects: nothing,
  forgetRecent: z.strictObject({ path: text }),
  clearRecent: nothing,
  /** Native folder dialog; null where cancelled or where there is none. */
  chooseFolder: nothing,
  listFolder: z.strictObject({ path: text.nullable() }),
  openProject: z.strictObject({ path: text }),
  closeProject: nothing,
  /** Opens the project again where its folders have changed since; null where they have not, and while a run goes.
   *  `force` opens it in any case. */
  recheckProject: z.strictObject({ force: z.boolean() }),
  /** The files that a pair is measured from. */
  pairFiles: z.strictObject(pairKey),
  /** Generates the demo project where it is not there yet, and returns its folder. */
  createDemo: z.strictObject({
    events: z.number().int().min(1).max(100),
    stations: z.number().int().min(1).max(500),
  }),
  /** Shows a folder or file of the open project in the system's file manager; does nothing in a browser. */
  reveal: z.strictObject({ path: text }),
} as const;

export interface ProjectOutputs {
  appInfo: AppInfo;
  recentProjects: RecentProject[];
  forgetRecent: null;
  clearRecent: null;
  chooseFolder: string | null;
  listFolder: FolderListing;
  openProject: ProjectOverview;
  closeProject: null;
  recheckProject: ProjectOverview | null;
  pairFiles: PairFileList;
  createDemo: { path: string };
  reveal: null;
}
