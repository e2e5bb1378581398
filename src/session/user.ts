import { userInfo } from 'node:os';

/** The name under which decisions are kept: what the environment says, as of those who share an account, and else that of
 *  the account. */
export function userName(): string {
  const { LOGNAME, USER, USERNAME } = process.env;
  const told = LOGNAME || USER || USERNAME;
  if (told) return told;
  try {
    return userInfo().username;
  } catch {
    // A user without an entry among the system's users, as in some containers.
    return 'unknown';
  }
}
