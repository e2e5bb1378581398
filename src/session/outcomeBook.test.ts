import { expect, it } from 'vitest';
import type { PairRecord } from '@/executive';
import { outcomeOf } from '../../test/support/resultOutcomes';
import { OutcomeBook } from './outcomeBook';

/** As the journal has it: what cannot be parsed any more is null. */
function record(station: string, damaged = false): PairRecord {
  const outcome = outcomeOf('a', station, {});
  return { head: { ...outcome, kind: 'pair' }, outcome: damaged ? null : outcome } as unknown as PairRecord;
}
const numbered = (i: number) => `NZ.S${String(i).padStart(4, '0')}`;

/** All stations that pages give, from a place on. */
function read(book: OutcomeBook, edition: string | null, from: number, between: () => void = () => undefined) {
  const stations: string[] = [];
  const sizes: number[] = [];
  let place = { edition, from };
  for (;;) {
    const page = book.page(place.edition, place.from);
    stations.push(...page.outcomes.map(({ station }) => station));
    sizes.push(page.outcomes.length);
    if (page.next >= page.end) return { stations, sizes, ...page };
    place = { edition: page.edition, from: page.next };
    between();
  }
}

it('gives its outcomes in pages, and those that are damaged not at all', () => {
  const book = new OutcomeBook();
  book.load(Array.from({ length: 1000 }, (_, i) => record(numbered(i), i === 7)));
  const { stations, sizes } = read(book, null, 0);
  expect(sizes).toEqual([400, 400, 199]);
  expect(stations).toEqual(Array.from({ length: 1000 }, (_, i) => numbered(i)).filter((_, i) => i !== 7));
});

it('has a pair that is done again while pages are read come again at the end', () => {
  const book = new OutcomeBook();
  book.load(Array.from({ length: 900 }, (_, i) => record(numbered(i))));
  let told = false;
  const { stations, edition, end } = read(book, null, 0, () => {
    if (!told) for (const i of [3, 600]) book.add({ ...outcomeOf('a', numbered(i), {}), seconds: 9 });
    told = true;
  });
  expect(stations.length).toBe(901);
  expect(stations.slice(-2)).toEqual([numbered(3), numbered(600)]);
  expect(stations.filter((station) => station === numbered(600))).toHaveLength(1);
  expect(book.size).toBe(900);
  expect(book.get({ event: 'a', station: numbered(600) })!.seconds).toBe(9);
  book.add(outcomeOf('a', 'NZ.NEW', {}));
  expect(read(book, edition, end).stations).toEqual(['NZ.NEW']);
});

it('begins a new edition when it is loaded again, and keeps what came while the records were read', () => {
  const book = new OutcomeBook();
  book.load([record('A'), record('B')]);
  const { edition } = book.page(null, 0);
  const since = book.mark();
  book.add({ ...outcomeOf('a', 'B', {}), status: 'failed' });
  book.load([record('A'), record('B')], since);
  expect(read(book, edition, 2).stations).toEqual(['A', 'B']);
  expect(book.failed()).toEqual([{ event: 'a', station: 'B' }]);
  book.load([record('A')]);
  expect([book.size, book.failed()]).toEqual([1, []]);
});

it('knows which outcomes are of before a run that does pairs again', () => {
  const book = new OutcomeBook();
  const stations = () => book.earlier().pairs.flatMap((event) => event.stations);
  book.load([record('A'), record('B'), record('C')]);
  book.expectAgain(['a/A', 'a/B', 'a/NEW']);
  expect(book.earlier()).toEqual({ pairs: [{ event: 'a', stations: ['A', 'B'] }], total: 2 });
  book.add(outcomeOf('a', 'A', {}));
  expect([stations(), book.earlier().total]).toEqual([['B'], 2]);
  const since = book.mark();
  book.add(outcomeOf('a', 'B', {}));
  book.load([record('A'), record('B'), record('C')], since, [
    { event: 'a', station: 'B' },
    { event: 'a', station: 'C' },
  ]);
  expect(stations()).toEqual(['C']);
  book.load([record('A'), record('C')], book.mark());
  expect(stations()).toEqual(['C']);
});
