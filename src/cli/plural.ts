/** 1 pair, 2 pairs. */
export function plural(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
