import { useEffect, useState, type ReactNode } from 'react';
import { onNextFrame } from './nextFrame';

interface InTurnProps {
  /** Frames that others come before it. */
  after: number;
  children: ReactNode;
}

/** A part of a page that comes some frames later than the rest: parts that come in turn do not make one long task together. */
export function InTurn({ after, children }: InTurnProps) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (turn < after) return onNextFrame(() => setTurn(turn + 1));
  }, [turn, after]);
  return turn >= after && children;
}
