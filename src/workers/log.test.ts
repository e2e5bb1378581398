import { expect, it } from 'vitest';
import { LogBook } from './log';
import { emptyResult } from './outcome';

const pair = { event: 'a', station: 'NZ.BFZ' };

it('writes what is at or above its level, and how the pair ended', () => {
  const log = new LogBook(pair, 'INFO');
  log.write('DEBUG', 'not this');
  log.write('INFO', 'two\nlines');
  log.conclude({ ...emptyResult(null), misfit: 1.5, warnings: ['odd'], timings: { read: 0.1 } });
  expect(log.text).toBe(
    [
      'a NZ.BFZ',
      'INFO     | two',
      '         | lines',
      'WARNING  | odd',
      'INFO     | done: misfit 1.5, windows 0',
      '',
    ].join('\n'),
  );
});

it('says why a pair failed and what to do', () => {
  const log = new LogBook(pair, 'CRITICAL');
  log.conclude(
    emptyResult({ stage: 'gather', code: 'no-observed', message: 'nothing', advice: 'Add it.', cause: null }),
  );
  expect(log.text).toBe('a NZ.BFZ\nCRITICAL | failed in gather (no-observed): nothing\n         | Add it.\n');
});

it('tells durations to those who look for faults', () => {
  const log = new LogBook(pair, 'DEBUG');
  log.conclude({ ...emptyResult(null), timings: { read: 0.12345 } });
  expect(log.text).toContain('DEBUG    | read took 0.1235 s');
});
