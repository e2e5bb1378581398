/** States with the way back and forth between them. */
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last step was; steps of one kind become one. Null: nothing may join it. */
  step: string | null;
}

const DEEPEST = 500;

export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], step: null };
}

/** A new state. Where the last step was of the same kind, as when a key is held down, both are undone together.
 *  @param step null for a step of its own */
export function record<T>(history: History<T>, present: T, step: string | null = null): History<T> {
  if (step !== null && step === history.step) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-DEEPEST), present, future: [], step };
}

export function undo<T>({ past, present, future, step }: History<T>): History<T> {
  const last = past.at(-1);
  if (last === undefined) return { past, present, future, step };
  return { past: past.slice(0, -1), present: last, future: [present, ...future], step: null };
}

export function redo<T>({ past, present, future, step }: History<T>): History<T> {
  const [next] = future;
  if (next === undefined) return { past, present, future, step };
  return { past: [...past, present], present: next, future: future.slice(1), step: null };
}
