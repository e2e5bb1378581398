import { join } from 'node:path';

/** Why Electron did not start, and what to do about it.
 *  @param errors the end of what it wrote to stderr
 *  @param exit its exit code or signal, in words
 *  @param folder of the executable */
export function explainExit(errors: string, exit: string, folder: string): { reason: string; advice: string | null } {
  if (/SUID sandbox helper|No usable sandbox|setuid_sandbox_host/.test(errors)) {
    const helper = join(folder, 'chrome-sandbox');
    return {
      reason: "this system does not let Electron's sandbox start",
      advice:
        'Systems that restrict user namespaces (Ubuntu 23.10 and later) need its helper to belong to root: ' +
        `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
    };
  }
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(errors)?.[1];
  if (library !== undefined) {
    return {
      reason: `a library of the system is missing: ${library}`,
      advice: 'Install it; on Debian and Ubuntu: sudo apt install libnss3 libgtk-3-0 libgbm1 libasound2',
    };
  }
  if (/Missing X server|cannot open display|Failed to connect to Wayland/i.test(errors)) {
    return { reason: 'the display cannot be opened', advice: null };
  }
  return { reason: `Electron did not start (${lastLine(errors) || exit})`, advice: null };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
