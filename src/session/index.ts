export { writeDemo } from './demo';
export { tableText } from './exportTable';
export type { SessionHost, SessionListener } from './host';
export { createSession, type Session } from './session';
