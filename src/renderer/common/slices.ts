import { inOwnTask } from './ownTask';

/** ms that a piece of work may take of a task; the first, which is done at once, adds to what has asked for it. */
const SLICE_MS = 8;
const FIRST_MS = 3;

/** Goes through steps in slices, so that nothing else waits for them: the first at once, the others when the page has
 *  time.
 *  @param done told of the result
 *  @param waiting told that it is not done with the first slice
 *  @returns what gives up what is left */
export function inSlices<T>(
  steps: Generator<undefined, T>,
  done: (result: T) => void,
  waiting?: () => void,
): () => void {
  let given = false;
  const slice = (milliseconds: number) => {
    if (given) return;
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return done(step.value);
    }
    waiting?.();
    inOwnTask(() => slice(SLICE_MS));
  };
  slice(FIRST_MS);
  return () => {
    given = true;
  };
}
