/** How well a text answers a query: higher is better, null where it does not. Each word of the query must be in it,
 *  best at the start of a word, at worst as letters in this order. */
export function matchScore(query: string, text: string): number | null {
  const lower = text.toLowerCase();
  let sum = 0;
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const score = wordScore(word, lower);
    if (score === null) return null;
    sum += score;
  }
  // Of two texts with the same words the shorter one is meant.
  return sum - Math.min(0.9, text.length / 200);
}

function wordScore(word: string, text: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return /[\p{L}\p{N}]/u.test(text[at - 1]!) && !startsWord(word, text) ? 2 : 3;
  return isScattered(word, text) ? 1 : null;
}

function startsWord(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return true;
  }
  return false;
}

/** Whether the letters follow one another from the start of a word on, not far apart: few letters in any place are in
 *  nearly every text. */
function isScattered(word: string, text: string): boolean {
  if (word.length < 2) return false;
  for (let start = text.indexOf(word[0]!); start >= 0; start = text.indexOf(word[0]!, start + 1)) {
    if (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!)) continue;
    let next = 0;
    for (const letter of text.slice(start, start + 3 * word.length)) if (letter === word[next]) next++;
    if (next === word.length) return true;
  }
  return false;
}

/** The same for a text that has other words besides, by which people look for it: these count where every word of the
 *  query begins one of them, less than words of the text and more than scattered letters. */
export function matchAny(query: string, text: string, others: string): number | null {
  const score = matchScore(query, text);
  const also = `${text} ${others}`.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (others === '' || !words.every((word) => startsWord(word, also))) return score;
  return Math.max(score ?? 0, 1.5 * words.length - Math.min(0.4, text.length / 400));
}

/** The best of many, best first.
 *  @param othersOf  other words of an item */
export function bestOf<T>(
  query: string,
  items: Iterable<T>,
  textOf: (item: T) => string,
  most: number,
  othersOf: (item: T) => string = () => '',
): T[] {
  const found: { item: T; score: number }[] = [];
  for (const item of items) {
    const score = matchAny(query, textOf(item), othersOf(item));
    if (score !== null) found.push({ item, score });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}
