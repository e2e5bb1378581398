export { writeDemo } from './demo';
export { tableMetadata } from './exportTable';
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
export { createSession, type Session } from './session';
