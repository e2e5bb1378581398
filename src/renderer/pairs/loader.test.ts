import { expect, it } from 'vitest';
import type { OutcomePage } from '@/api';
import type { PairOutcome } from '@/core/model';
import { outcomeOf, windowOf } from '../../../test/support/resultOutcomes';
import { OutcomeLoader } from './loader';
import { PairRows } from './rows';

/** Outcomes that can be told apart by their number of windows. */
function outcome(station: string, windows = 0): PairOutcome {
  return outcomeOf('a', station, { Z: Array.from({ length: windows }, (_, i) => windowOf(i, i + 1)) });
}

/** An engine that answers when it is told to. */
function bench(outcomes: PairOutcome[], pageSize = 2) {
  const rows = new PairRows();
  const engine = { path: '/p', edition: 'one', outcomes };
  const waiting: (() => void)[] = [];
  const asked: number[] = [];
  const told: (number | null)[] = [];
  const loader = new OutcomeLoader(rows, {
    fetch: ({ edition, from }) => {
      const start = edition === engine.edition ? from : 0;
      asked.push(start);
      const next = Math.min(engine.outcomes.length, start + pageSize);
      const page: OutcomePage = { ...engine, outcomes: engine.outcomes.slice(start, next), next, end: 0 };
      page.end = engine.outcomes.length;
      return new Promise((done) => waiting.push(() => done(page)));
    },
    pause: () => Promise.resolve(),
    told: (progress) => told.push(progress && progress.done),
  });
  const answer = async () => {
    waiting.shift()!();
    await new Promise((done) => setTimeout(done));
  };
  const answerAll = async () => {
    while (waiting.length > 0) await answer();
  };
  const windows = () => Object.fromEntries(rows.rows.map((row) => [row.station, row.windows]));
  return { rows, engine, loader, asked, told, answer, answerAll, windows };
}

const five = ['A', 'B', 'C', 'D', 'E'].map((station) => outcome(station));

it('fetches page after page, and tells how far it is', async () => {
  const { loader, asked, told, answerAll, windows } = bench(five);
  const loaded = loader.load('/p');
  await answerAll();
  await loaded;
  expect(Object.keys(windows())).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(asked).toEqual([0, 2, 4]);
  expect(told).toEqual([2, 4, null]);
});

it('lets what is told of meanwhile win over pages that come late', async () => {
  const { loader, rows, answer, answerAll, windows } = bench(five);
  const loaded = loader.load('/p');
  await answer();
  const news = [outcome('A', 3), outcome('E', 4)];
  loader.hear(news);
  rows.upsert(news);
  await answerAll();
  await loaded;
  expect(windows()).toEqual({ A: 3, B: 0, C: 0, D: 0, E: 4 });
});

it('after a lost connection fetches what is missing, and has a later page win over what it held', async () => {
  const { loader, engine, asked, answerAll, windows } = bench(five);
  const loaded = loader.load('/p');
  await answerAll();
  await loaded;
  engine.outcomes = [...five, outcome('F'), outcome('B', 2)];
  const resumed = loader.resume();
  await answerAll();
  await resumed;
  expect(asked).toEqual([0, 2, 4, 5]);
  expect(windows()).toMatchObject({ B: 2, F: 0 });
});

it('begins again where the engine has read the project again', async () => {
  const { loader, engine, answer, answerAll, windows } = bench(five);
  const loaded = loader.load('/p');
  await answer();
  engine.edition = 'two';
  engine.outcomes = ['A', 'B', 'C', 'D'].map((station) => outcome(station, 1));
  await answerAll();
  await loaded;
  expect(windows()).toMatchObject({ A: 1, B: 1, C: 1, D: 1 });
});

it('takes nothing of another project, nor after it was stopped', async () => {
  const other = bench(five);
  other.engine.path = '/q';
  const foreign = other.loader.load('/p');
  await other.answerAll();
  await foreign;
  expect(other.rows.rows).toEqual([]);

  const { loader, rows, answer, answerAll, told } = bench(five);
  const loaded = loader.load('/p');
  await answer();
  loader.stop();
  rows.clear();
  await answerAll();
  await loaded;
  await loader.resume();
  expect(rows.rows).toEqual([]);
  expect(told.at(-1)).toBeNull();
});
