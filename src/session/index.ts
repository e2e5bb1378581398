/**
 * A session is what a user works with: one open project and its run, behind the methods of `src/api`. Both shells, the
 * Electron window and the browser server, make one by `createSession` and give it a `SessionHost`: their dialogs,
 * launcher of processes, and log.
 *
 * - `methods/`: the api's methods, a file for each of `src/api/methods`. They check, ask and answer; they hold nothing.
 * - `*Desk.ts`: what holds the state of one kind of work, as services or controllers do elsewhere: the open project, its
 *   run, decisions by hand, parameters, saved selections, exports. `Desks` (desks.ts) is all of them together.
 * - `outcomeBook.ts`: the latest outcome of every pair, which the page reads in pages.
 * - `exports/`: what leaves: tables, figures, adjoint sources, the file of a re-run. `Exits` are the two ways out: a path
 *   that a native dialog gives, or a download.
 * - `preferences.ts`, `recent.ts`, `selectionsFile.ts`: what is kept between sessions, each in a file.
 */
export { writeDemo } from './demo';
export type { Download } from './exports/downloads';
export { exportAdjointSources } from './exports/adjointSources';
export { writePieces } from './exports/files';
export {
  decisionsSince,
  differencesNow,
  hasSameResults,
  pairsOf,
  parametersYaml,
  readRerun,
  writeRerun,
  type Rerun,
} from './exports/rerun';
export { SessionError } from './error';
export type { SavedFormat, SessionHost, SessionListener } from './host';
export { tableMetadata } from './exports/table';
export { createSession, type Session } from './session';
