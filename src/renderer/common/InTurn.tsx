import { startTransition, useEffect, useState, type ReactNode } from 'react';
import { onNextFrame } from './nextFrame';

/** What brings the parts of the page that wait for their turn, in order of coming. */
const queue: (() => void)[] = [];

function bringFirst(): void {
  onNextFrame(() => queue[0]?.());
}

/** @returns to be called when the part is there, or wanted no more: then it is the next one's turn */
function enter(bring: () => void): () => void {
  if (queue.push(bring) === 1) bringFirst();
  return () => {
    const place = queue.indexOf(bring);
    queue.splice(place, 1);
    if (place === 0 && queue.length > 0) bringFirst();
  };
}

/** A part of a page that comes later than the rest, and after the parts before it: parts that come in turn do not make one
 *  long task together. React renders it in slices, as a transition; what a part asks of the layout is its own. */
export function InTurn({ children }: { children: ReactNode }) {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    if (!isHere) return enter(() => startTransition(() => setHere(true)));
  }, [isHere]);
  return isHere && children;
}
