export { writeDemo } from './demo';
export { tableMetadata } from './exportTable';
export type { Download } from './exports/downloads';
export { writePieces } from './exports/files';
export type { SavedFormat, SessionHost, SessionListener } from './host';
export { createSession, type Session } from './session';
