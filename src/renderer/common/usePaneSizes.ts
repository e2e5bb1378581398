import type { SplitterPaneSize } from '@mantine/hooks';
import { useState } from 'react';

/** How all splitters look: a hairline. */
export const SPLITTER = { lineSize: 1, withHandle: false, handleColor: 'var(--line)' } as const;

const PREFIX = 'atoa-panes-';

function stored(name: string, initial: number[]): number[] {
  try {
    const sizes: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    const fits = Array.isArray(sizes) && sizes.length === initial.length && sizes.every(Number.isFinite);
    return fits ? (sizes as number[]) : initial;
  } catch {
    return initial;
  }
}

/** Sizes of a splitter's panes in percent, remembered under a name. Spread into `Splitter`. */
export function usePaneSizes(name: string, initial: number[]) {
  const [sizes, setSizes] = useState<SplitterPaneSize[]>(() => stored(name, initial));
  return {
    sizes,
    // Of resizing by keys nobody tells the end.
    onSizeChange: (next: SplitterPaneSize[]) => {
      setSizes(next);
      localStorage.setItem(PREFIX + name, JSON.stringify(next));
    },
  };
}
