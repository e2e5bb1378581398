import { expect, it } from 'vitest';
import { EarlierMarks } from './earlier';

const A = { event: 'e', station: 'NZ.A' };
const B = { event: 'e', station: 'NZ.B' };

it('knows which pairs are still to be done again, and tells of a new run and of its end', () => {
  const marks = new EarlierMarks();
  let told = 0;
  marks.subscribe(() => told++);
  marks.set({ pairs: [{ event: 'e', stations: ['NZ.A', 'NZ.B'] }], total: 3 });
  expect([marks.left, marks.total, told]).toEqual([2, 3, 1]);
  marks.remove([A, { event: 'f', station: 'NZ.A' }, A]);
  expect([marks.left, marks.has(A), marks.has(B), told]).toEqual([1, false, true, 1]);
  expect([...marks.all()]).toEqual([B]);
  marks.remove([B]);
  expect([marks.left, told]).toEqual([0, 2]);
});
