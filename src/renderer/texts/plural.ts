import { count } from '../common/format';

/** 1 pair, 2 pairs. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
