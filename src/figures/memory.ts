import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'minor' }) => void;

let collect: Collect | null | undefined;

/** Gives back the pixels of a picture that nobody holds any more. They are some megabytes of which the engine of JavaScript
 *  sees a handle alone: left to itself it keeps many, and looks through all memory every few figures. */
export function forgetPixels(): void {
  if (collect === undefined) collect = collector();
  collect?.({ type: 'minor' });
}

/** Null in Electron, which may have frozen its flags: setting one would end the process. */
function collector(): Collect | null {
  if (process.versions.electron !== undefined) return null;
  setFlagsFromString('--expose-gc');
  return runInNewContext("typeof gc === 'function' ? gc : null") as Collect | null;
}
