import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeLimit } from './writerPool';

const folder = mkdtempSync(join(tmpdir(), 'atoa-limit-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('gives the writer two minutes at least, and more where there is much to write', () => {
  const [target, spool, gone] = ['a.h5', 'a.spool', 'gone.spool'].map((name) => join(folder, name));
  const limit = (patience: number) =>
    writeLimit({ isAhead: false, target: target!, event: 'a', spools: [spool!, gone!] }, patience);
  expect([limit(3), limit(600)]).toEqual([120, 600]);
  writeFileSync(target!, Buffer.alloc(3_000_000));
  writeFileSync(spool!, Buffer.alloc(500_000));
  expect([limit(3), limit(600)]).toEqual([123.5, 603.5]);
});
