import { describe, expect, it } from 'vitest';
import { SpoolRow } from './spoolRow';

describe('the row of spool files of an event', () => {
  it('gives what is done in the order of the names, up to the first that is not', () => {
    const row = new SpoolRow(['c', 'a', 'b', 'e'], []);
    expect(row.take(4)).toEqual([]);
    row.done('b');
    row.done('a');
    expect(row.take(1)).toEqual(['a']);
    expect(row.take(4)).toEqual(['b']);
    row.done('e');
    expect(row.take(4)).toEqual([]);
    row.done('c');
    expect(row.take(4)).toEqual(['c', 'e']);
    expect(row.take(4)).toEqual([]);
  });

  it('counts what an earlier run has left as done, unless it is to be done again', () => {
    const row = new SpoolRow(['b', 'd'], ['a', 'b', 'c']);
    expect(row.take(4)).toEqual(['a']);
    row.done('b');
    expect(row.take(4)).toEqual(['b', 'c']);
  });
});
