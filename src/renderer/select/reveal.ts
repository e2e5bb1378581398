import { create } from 'zustand';
import type { Kind } from './store';

/** An event or station that its list is to show, from wherever it was named; null once it did. */
export const useReveal = create<{ wanted: { kind: Kind; id: string } | null }>(() => ({ wanted: null }));

export function revealItem(kind: Kind, id: string): void {
  useReveal.setState({ wanted: { kind, id } });
}

export function revealed(): void {
  useReveal.setState({ wanted: null });
}
