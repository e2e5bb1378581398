const PAGE = 15;

/** Where a key leads in a list: arrows to the next, Page by a page, Home and End to the ends.
 *  @param here  place in the list; -1 before the first
 *  @param count of all items
 *  @returns a place in the list; null for other keys, and where there is nothing */
export function placeByKey(key: string, here: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    PageDown: here + PAGE,
    PageUp: here - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}
