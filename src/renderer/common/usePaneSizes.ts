import type { SplitterPaneSize } from '@mantine/hooks';
import { useState } from 'react';

/** How all splitters look: a hairline. */
export const SPLITTER = { lineSize: 1, withHandle: false, handleColor: 'var(--line)' } as const;

/** For a splitter of which one pane is left: it would keep the size that it had beside another. */
export const ALONE: { sizes: SplitterPaneSize[] } = { sizes: [100] };

const PREFIX = 'atoa-panes-';

/** Whether two sizes are of one kind: parts of the whole, or pixels. */
function isAlike(size: unknown, other: SplitterPaneSize): size is SplitterPaneSize {
  return typeof other === 'number' ? Number.isFinite(size) : typeof size === 'string' && /^[\d.]+px$/.test(size);
}

function stored(name: string, initial: readonly SplitterPaneSize[]): SplitterPaneSize[] {
  try {
    const sizes: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    const fits = Array.isArray(sizes) && sizes.length === initial.length;
    return fits && initial.every((size, i) => isAlike(sizes[i], size)) ? (sizes as SplitterPaneSize[]) : [...initial];
  } catch {
    return [...initial];
  }
}

/** Sizes of a splitter's panes, remembered under a name. Spread into `Splitter`.
 *  @param initial parts of what is left over as numbers, and fixed widths as `'200px'` */
export function usePaneSizes(name: string, initial: readonly SplitterPaneSize[]) {
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
