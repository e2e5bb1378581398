import { expect, it } from 'vitest';
import type { PairOutcome } from '@/core/model';
import { PairRows } from '../../pairs/rows';
import { FailureGroups } from './groups';

function outcome(station: string, code: string | null): PairOutcome {
  const error = code && { stage: 'gather', code, message: `${code} of ${station}`, advice: 'Mend it.', cause: null };
  return { event: 'a', station, status: code ? 'failed' : 'ok', misfit: 1, nwin: 1, error, warnings: [] } as never;
}

it('groups failures by code, the largest first, and follows pairs that are done again', () => {
  const rows = new PairRows();
  const frames: (() => void)[] = [];
  const groups = new FailureGroups(rows, (action) => frames.push(action));
  const frame = () => frames.splice(0).forEach((action) => action());
  const shown = () => groups.list().map(({ code, places }) => `${code} ${[...places].join(',')}`);

  rows.upsert([outcome('A', 'no-observed'), outcome('B', null), outcome('C', 'no-response')]);
  rows.upsert([outcome('D', 'no-response')]);
  expect([frames.length, shown()]).toEqual([1, []]);
  frame();
  expect(shown()).toEqual(['no-response 2,3', 'no-observed 0']);
  expect(groups.list()[0]).toMatchObject({ stage: 'gather', message: 'no-response of C', advice: 'Mend it.' });

  rows.upsert([outcome('C', null), outcome('D', 'no-observed')]);
  frame();
  expect(shown()).toEqual(['no-observed 0,3']);
  rows.clear();
  frame();
  expect(shown()).toEqual([]);
});
