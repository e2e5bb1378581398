import { create } from 'zustand';

interface CompareState {
  /** The evaluation that pairs are compared with, as `i01/s00`; kept while pairs are stepped through. */
  evaluation: string | null;
  /** The other evaluation lies on top, and the present one under it. */
  isFlipped: boolean;
}

export const useCompare = create<CompareState>(() => ({ evaluation: null, isFlipped: false }));

export function compareWith(evaluation: string | null): void {
  useCompare.setState({ evaluation, isFlipped: false });
}

/** Turns to the other evaluation, and back. */
export function flip(): void {
  useCompare.setState(({ isFlipped }) => ({ isFlipped: !isFlipped }));
}
