import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairId, type PairOutcome } from '@/core/model';
import { temporaryFolder } from '../../../test/support/temporaryFolder';
import { Journal } from './journal';
import { pairLine, type PairLine } from './journalLines';
import { readJournal } from './journalReader';

const file = () => join(temporaryFolder('journal'), '.atoa', 'journal.jsonl');

function outcome(event: string, station: string, misfit = 1): PairOutcome {
  const windows = [{ left: 100, right: 200, cc: 0.9876543210987654, dt: -1.25, dlnA: 0.123456789, weight: 9.5 }];
  const trace = { channel: 'NZ.BFZ.10.HHZ', starttime: '2018-02-18T07:43:28.133999900Z', delta: 0.03 };
  return {
    event,
    station,
    status: 'ok',
    misfit,
    nwin: 3,
    components: {
      E: { misfit: 1, nwin: 1, windows, trace },
      N: { misfit: 1, nwin: 1, windows, trace },
      Z: { misfit, nwin: 1, windows, trace },
    },
    distanceKm: 123.456,
    azimuthDeg: 12.5,
    backazimuthDeg: 190,
    error: null,
    warnings: [],
    seconds: 0.0123,
    timings: { read: 0.001, window: 0.01 },
  };
}
const line = (event: string, station: string, misfit?: number): PairLine => {
  const adjoints = ['NZ.BFZ.BXE.adj', 'NZ.BFZ.BXN.adj', 'NZ.BFZ.BXZ.adj'];
  return pairLine(
    { evaluation: 'default', config: 'c'.repeat(32), inputs: 'i'.repeat(32) },
    adjoints,
    outcome(event, station, misfit),
  );
};

describe('the journal', () => {
  it('has a line on the disk when append resolves', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ'));
    expect(readFileSync(path, 'utf8')).toBe(`${JSON.stringify(line('a', 'NZ.BFZ'))}\n`);
    await journal.close();
  });

  it('writes lines that come together in the order in which they came', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    const done: number[] = [];
    await Promise.all(
      Array.from({ length: 500 }, (_, i) => journal.append(line('a', `NZ.S${i}`)).then(() => done.push(i))),
    );
    expect(done).toEqual(Array.from({ length: 500 }, (_, i) => i));
    await journal.close();
    const { state } = await readJournal(path);
    expect([...state.records()].map(({ head }) => pairId(head))).toEqual(
      Array.from({ length: 500 }, (_, i) => `a/NZ.S${i}`),
    );
  });

  it('knows of each pair the latest, and whether a commit followed', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ', 1));
    await journal.append(line('b', 'NZ.BFZ', 1));
    await journal.append({ kind: 'commit', event: 'a', config: 'c'.repeat(32), dataset: 'a.h5' });
    await journal.append(line('b', 'NZ.BFZ', 2));
    await journal.close();
    const { state } = await readJournal(path);
    expect(state.record('default', { event: 'a', station: 'NZ.BFZ' })).toMatchObject({ committed: true });
    expect(state.record('default', { event: 'b', station: 'NZ.BFZ' })).toMatchObject({
      committed: false,
      outcome: { misfit: 2 },
    });
  });

  it('names the evaluations that were measured with another configuration', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    const [one, two] = ['c'.repeat(32), 'd'.repeat(32)];
    const measured = (evaluation: string, config: string) =>
      journal.append(pairLine({ evaluation, config, inputs: 'i'.repeat(32) }, [], outcome('a', 'NZ.BFZ')));
    await measured('i01/s01', two);
    await measured('i01/s00', one);
    await journal.close();
    const { state } = await readJournal(path);
    expect(state.evaluationsBeside(one)).toEqual(['i01/s01']);
    expect(state.evaluationsBeside('e'.repeat(32))).toEqual(['i01/s00', 'i01/s01']);
  });

  it('cuts off a last line that a crash has torn, and goes on behind it', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ'));
    await journal.close();
    const whole = readFileSync(path, 'utf8');
    for (let cut = 1; cut < whole.length; cut += 97) {
      writeFileSync(path, whole + whole.slice(0, cut));
      const second = await Journal.open(path);
      expect([...second.reading.state.records()]).toHaveLength(1);
      await second.journal.append(line('a', 'NZ.WEL'));
      await second.journal.close();
      expect([...(await readJournal(path)).state.records()]).toHaveLength(2);
      expect((await readJournal(path)).damaged).toBe(0);
    }
  });

  it('passes over lines that a disk has damaged, and counts them', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ'));
    appendFileSync(path, '{"kind":"pair","conf\0\0\0\n[]\nnull\n');
    await journal.append(line('a', 'NZ.WEL'));
    await journal.close();
    const reading = await readJournal(path);
    expect([...reading.state.records()]).toHaveLength(2);
    expect(reading.damaged).toBe(3);
  });

  it.each([
    '{"kind":"pair","event":"a","station":"NZ.BFZ","evaluation":"default","outcome":{}}',
    '{"kind":"run","config":"c"}',
    '{"kind":"run","config":"c","selection":{"events":[]}}',
    '{"kind":"commit"}',
    '{"kind":"tables","config":"c"}',
    '{"kind":"hand","event":"a","station":"NZ.BFZ","evaluation":"default","verdict":"edited"}',
    'null',
    '[]',
    '5',
  ])('takes a line that lacks what it is read by as damaged: %s', async (text) => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ'));
    await journal.close();
    appendFileSync(path, `${text}\n`);
    const { state, damaged } = await readJournal(path);
    expect([damaged, state.outcomes('c'.repeat(32)).length, state.hand.list('default')]).toEqual([1, 1, []]);
  });

  it('knows a pair whose outcome a disk has damaged, but not the outcome', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ'));
    await journal.close();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"components":{', '"components":['));
    const { state, damaged } = await readJournal(path);
    expect(damaged).toBe(0);
    expect(state.record('default', { event: 'a', station: 'NZ.BFZ' })).toMatchObject({ outcome: null });
  });

  it('is empty where there is none', async () => {
    expect([...(await readJournal(file())).state.records()]).toHaveLength(0);
  });

  it('says so when it cannot write, and writes nothing after it', async () => {
    const path = file();
    const { journal } = await Journal.open(path);
    await journal.append(line('a', 'NZ.BFZ'));
    await journal.close();
    for (const station of ['NZ.WEL', 'NZ.KHZ', 'NZ.BKZ', 'NZ.MXZ']) {
      await expect(journal.append(line('a', station))).rejects.toThrow();
    }
    expect([...(await readJournal(path)).state.records()]).toHaveLength(1);
  });

  it('of 100,000 pairs is read in less than 2 s', async () => {
    const path = file();
    await (await Journal.open(path)).journal.close();
    const text = Array.from({ length: 100_000 }, (_, i) => JSON.stringify(line(`event${i % 100}`, `NZ.S${i}`)));
    writeFileSync(path, `${text.join('\n')}\n`);
    // Processor time, as the machine may be busy with other tests.
    const before = process.cpuUsage();
    const { state } = await readJournal(path);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
    expect([...state.records()]).toHaveLength(100_000);
    expect(state.record('default', { event: 'event7', station: 'NZ.S7' })?.outcome).toEqual(outcome('event7', 'NZ.S7'));
  });
});
