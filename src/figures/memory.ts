import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: ((options: { type: 'minor' }) => void) | undefined;

/** Gives back the pixels of a picture that nobody holds any more. They are some megabytes of which the engine of JavaScript
 *  sees a handle alone: left to itself it keeps many, and looks through all memory every few figures. */
export function forgetPixels(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as typeof collect;
  }
  collect!({ type: 'minor' });
}
