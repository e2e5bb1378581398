import { describe, expect, it } from 'vitest';
import type { HandDecision } from '@/core/model';
import { compareEvaluations, HandBook } from './handBook';

const pair = { event: 'a', station: 'NZ.BFZ' };
function decision(evaluation: string, verdict: HandDecision['verdict'], station = pair.station): HandDecision {
  return { ...pair, station, evaluation, verdict, by: 'anna', at: '2024-05-06T07:08:09.000Z', note: '', windows: {} };
}

describe('decisions by hand', () => {
  it('hold in the evaluation they were made in and in later ones', () => {
    const book = new HandBook();
    book.add(decision('i01/s01', 'rejected'));
    const verdicts = ['default', 'i01/s00', 'i01/s01', 'i01/s02', 'i02/s00'].map(
      (each) => book.in(each, pair)?.verdict,
    );
    expect(verdicts).toEqual([undefined, undefined, 'rejected', 'rejected', 'rejected']);
    expect(book.in('i02/s00', { ...pair, station: 'NZ.WEL' })).toBeNull();
  });

  it('give way to later ones: in the same evaluation, or in one after it', () => {
    const book = new HandBook();
    book.add(decision('i02/s00', 'accepted'));
    book.add(decision('default', 'edited'));
    book.add(decision('i01/s00', 'rejected'));
    book.add(decision('i01/s00', 'withdrawn'));
    const verdicts = ['default', 'i01/s00', 'i01/s05', 'i02/s00', 'i10/s00'].map(
      (each) => book.in(each, pair)?.verdict,
    );
    expect(verdicts).toEqual(['edited', 'withdrawn', 'withdrawn', 'accepted', 'accepted']);
    expect(book.madeIn('i01/s05', pair)).toBeNull();
  });

  it('are remembered when they hold no more, the latest first', () => {
    const book = new HandBook();
    book.add(decision('i01/s00', 'rejected'));
    book.add(decision('i01/s00', 'withdrawn'));
    book.add(decision('i02/s00', 'accepted'));
    book.add(decision('i02/s00', 'edited', 'NZ.WEL'));
    expect(book.history(pair).map(({ verdict }) => verdict)).toEqual(['accepted', 'withdrawn', 'rejected']);
    expect(book.history({ ...pair, station: 'NZ.XYZ' })).toEqual([]);
  });

  it('are listed by pair', () => {
    const book = new HandBook();
    for (const station of ['NZ.WEL', 'NZ.BFZ']) book.add(decision('i01/s00', 'accepted', station));
    expect(book.list('i01/s00').map(({ station }) => station)).toEqual(['NZ.BFZ', 'NZ.WEL']);
    expect(book.list('default')).toEqual([]);
    expect([...book.all()]).toHaveLength(2);
  });

  it('know the order of evaluations', () => {
    const names = ['i10/s00', 'i02/s01', 'default', 'i02', 'i02/s00'];
    expect(names.sort(compareEvaluations)).toEqual(['default', 'i02', 'i02/s00', 'i02/s01', 'i10/s00']);
  });
});
