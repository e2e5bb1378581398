import { texts } from '../texts';
import { earlierMarks } from './earlier';

const t = texts.earlier;

/** What values of before are said to be, and how many are left; null where there are none. */
export function earlierWords(isRunning: boolean): { count: string; hint: string } | null {
  const { left, total } = earlierMarks;
  if (left === 0) return null;
  return isRunning
    ? { count: t.count(total - left, total), hint: t.waiting }
    : { count: t.notDone(left), hint: t.brokenOff };
}
