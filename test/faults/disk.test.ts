import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atoa, jsonLines } from '../support/cli';
import { FaultDemo } from './support/demo';
import { doneTwice, pairLines } from './support/journal';
import { reportRow } from './support/report';
import { CAN_MOUNT, NEEDS_MOUNT, SmallDisk } from './support/smallDisk';
import { openDatasets, snapshot } from './support/snapshot';

/** Which folder of a run lies on the small disk, and how many kilobytes it has left. */
const PLACES = [
  { what: 'spool', folder: '.atoa/spool', room: 1200 },
  { what: 'journal', folder: '.atoa', apart: ['.atoa/spool'], room: 16 },
  { what: 'dataset', folder: 'datasets', room: 4000 },
  { what: 'adjoint sources', folder: 'adjsrcs', room: 2000 },
  { what: 'logs', folder: 'logs', room: 24 },
  { what: 'misfit table', folder: '', apart: ['.atoa', 'datasets', 'adjsrcs', 'logs'], room: 0 },
];

describe.runIf(CAN_MOUNT)(`a disk${NEEDS_MOUNT}`, () => {
  let demo: FaultDemo;
  const disks: SmallDisk[] = [];

  beforeAll(async () => {
    demo = await FaultDemo.make();
  });

  afterAll(async () => {
    for (const disk of disks) disk.remove();
    await demo.remove();
  });

  const disk = (name: string, megabytes: number): SmallDisk => {
    const made = new SmallDisk(demo.path(`disk-${name}`), megabytes * 1024);
    disks.push(made);
    return made;
  };

  /** An output folder that lies on a disk, apart from some of its folders, which lie elsewhere. */
  function lay(out: string, folder: string, apart: string[], on: SmallDisk): void {
    const root = demo.path(out);
    if (folder === '') symlinkSync(on.path, root);
    else {
      mkdirSync(join(root, folder, '..'), { recursive: true });
      symlinkSync(on.path, join(root, folder));
    }
    for (const name of apart) {
      const elsewhere = demo.path(`${out}-${name.replace('/', '-')}`);
      mkdirSync(elsewhere);
      symlinkSync(elsewhere, join(root, name));
    }
  }

  it.each(PLACES)(
    'that is full at the $what ends the run with the reason; with room it goes on',
    async ({ what, folder, apart = [], room }) => {
      const out = `full-${what.replace(' ', '-')}`;
      const small = disk(out, 64);
      lay(out, folder, apart, small);
      small.fill(room);
      const { code, stdout, stderr } = await demo.run(out);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/the disk is full/)]);
      expect(stderr).toContain('Make room, then run again');
      const told = jsonLines(stdout).filter(({ status }) => status === 'ok').length;
      const journal = join(demo.path(out), '.atoa/journal.jsonl');
      const kept = existsSync(journal) ? pairLines(demo.path(out)).filter(({ status }) => status === 'ok').length : 0;
      expect(kept, 'what was told is in the journal').toBeGreaterThanOrEqual(told);
      openDatasets(demo.path(out));
      small.makeRoom();
      await demo.finish(out);
      expect(await snapshot(demo.path(out))).toEqual(demo.undisturbed);
      expect(doneTwice(demo.path(out))).toEqual([]);
      reportRow(`disk full at the ${what}`, { kept, runs: 2 });
    },
  );

  it('that is full refuses an exported table and leaves nothing of it', async () => {
    const small = disk('export', 1);
    small.fill(0);
    const file = join(small.path, 'misfits.csv');
    const args = ['export', demo.project, '--out', demo.path('undisturbed'), '-o', file];
    const { code, stderr } = await atoa(args, demo.folder);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/disk is full|no space/i)]);
    expect(existsSync(file)).toBe(false);
    small.makeRoom();
    expect((await atoa(args, demo.folder)).code).toBe(0);
    expect(await readFile(file)).toEqual(await readFile(join(demo.path('undisturbed'), 'misfits.csv')));
  });

  it('that is read-only says so; outputs elsewhere are as ever', async () => {
    const small = disk('readonly', 64);
    const project = join(small.path, 'demo');
    await cp(demo.project, project, { recursive: true, preserveTimestamps: true });
    small.makeReadOnly();
    const refused = await atoa(['run', project], demo.folder);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/read-only[^]*elsewhere/)]);
    expect((await atoa(['inspect', project], demo.folder)).code).toBe(0);
    const run = await atoa(['run', project, '--out', demo.path('elsewhere'), '--max-stations', '2'], demo.folder);
    expect(run.code).toBe(0);
    expect((await snapshot(demo.path('elsewhere'))).files).toEqual(demo.undisturbed.files);
  });
});
