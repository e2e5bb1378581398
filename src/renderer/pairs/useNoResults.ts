import { useApp } from '../app/store';
import { texts } from '../texts';

const NONE: string[] = [];

/** What to say where there are no results, which may be there with other parameters.
 *  @param hint  what to do where nothing was measured at all */
export function useNoResults(hint: string): { title: string; hint: string } {
  const otherwise = useApp((state) => state.project?.measuredOtherwise ?? NONE);
  const t = texts.pairs;
  if (otherwise.length === 0) return { title: t.none, hint };
  return { title: t.noneOfThese, hint: `${t.measuredOtherwise(otherwise)} ${hint}` };
}
