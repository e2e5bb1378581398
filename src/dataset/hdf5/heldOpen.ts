import type { Hdf5Module } from './reader';

/**
 * Does something while the library has a dataset open. The library opens an object for each attribute that it gets, reads its
 * header, and lets it go again; what is open already it finds at once, in two thirds of the time (docs/performance.md). Its
 * interface hands out no open objects. But to read, it opens the dataset first, asks then how many values are wanted, and
 * waits for the answer: here it is none, and comes late. Where it does not ask, the same is done afterwards.
 * @param path of a dataset with one dimension or more
 * @param use may call the library for the same file
 */
export function whileOpen(
  module: Pick<Hdf5Module, 'get_dataset_data'>,
  file: bigint,
  path: string,
  rank: number,
  use: () => void,
): void {
  let isDue = true;
  const errors: unknown[] = [];
  const attempt = (task: () => void) => {
    try {
      task();
    } catch (error) {
      errors.push(error);
    }
  };
  const useOnce = () => {
    if (!isDue) return;
    isDue = false;
    // An error that passed through the library from here would keep it from closing what it has opened.
    attempt(use);
  };
  const none = Array.from({ length: rank }, () => 0n);
  const steps = none.map(() => 1n);
  const count = {
    ...none,
    get length() {
      useOnce();
      return rank;
    },
  };
  attempt(() => module.get_dataset_data(file, path, count, none, steps, 0n));
  if (errors.length === 0) useOnce();
  if (errors.length > 0) throw errors[0];
}
