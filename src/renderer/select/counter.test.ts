import { describe, expect, it } from 'vitest';
import { FIRST_CELL } from '@/api';
import { NO_LIMITS } from '@/core/model';
import { fakeProject } from '../../../test/support/fakeProject';
import { counting, PairCells, type CountedSelection } from './counter';
import { countPairs } from './plan';

const project = fakeProject('/p', 30, 60);
const everything = {
  events: new Set(project.events.map(({ id }) => id)),
  stations: new Set(project.stations.map(({ code }) => code)),
};

function ended<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function count(selection: Partial<CountedSelection>, cells = new PairCells(project)) {
  return ended(counting(project, cells, { ...everything, limits: NO_LIMITS, withResponse: false, ...selection }));
}

describe('counting in steps', () => {
  it('counts as counting at once does', () => {
    expect(count({}).counts).toEqual(countPairs(project, everything.events, everything.stations));
    expect(count({}).counts.selected).toBe(1800);
    const some = { events: new Set([project.events[3]!.id]), stations: new Set([project.stations[5]!.code]) };
    expect(count(some).counts).toEqual(countPairs(project, some.events, some.stations));
  });

  it('sets apart what is outside of the limits, and what lacks a response that is needed', () => {
    const near = count({ limits: { ...NO_LIMITS, maxDistanceKm: 200 } }).counts;
    expect(near.selected + near.outside).toBe(1800);
    expect(near.selected).toBeGreaterThan(50);
    expect(near.outside).toBeGreaterThan(50);
    const { noResponse, ready } = count({ withResponse: true }).counts;
    expect(noResponse).toBeGreaterThan(0);
    expect(ready + noResponse).toBe(count({}).counts.ready);
  });

  it('forgets limits that were set before', () => {
    const cells = new PairCells(project);
    count({ limits: { ...NO_LIMITS, maxDistanceKm: 1 } }, cells);
    expect(count({}, cells).counts.outside).toBe(0);
  });

  it('tells which kinds of cells there are, done or not', () => {
    const odd = { ...project, availability: project.availability.map((cells) => cells.slice(0, 59)) };
    const cells = new PairCells({ ...odd, stations: project.stations.slice(0, 59) });
    cells.setDone([{ event: project.events[2]!.id, station: project.stations[0]!.code }]);
    const there = new Set(odd.availability.flatMap((line) => [...line]));
    const expected = [...there].map((cell) => cell.charCodeAt(0) - FIRST_CELL).sort((a, b) => a - b);
    expect([...ended(cells.kinds()).entries()].filter(([, is]) => is === 1).map(([bits]) => bits)).toEqual(expected);
  });

  it('knows what is done, and the first pair that can run', () => {
    const cells = new PairCells(project);
    const { first } = count({}, cells);
    cells.setDone([first!]);
    expect(count({}, cells).counts.done).toBe(1);
    cells.setDone([]);
    expect(count({}, cells).counts.done).toBe(0);
    expect(count({ events: new Set() }).first).toBeNull();
  });
});
