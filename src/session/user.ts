import { userInfo } from 'node:os';

/** The name under which decisions are kept. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry among the system's users, as in some containers.
    return process.env.USER ?? process.env.USERNAME ?? 'unknown';
  }
}
