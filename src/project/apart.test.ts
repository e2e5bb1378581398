import { afterEach, expect, it } from 'vitest';
import { APART, packCells } from '@/core/model';
import { ORIGIN, cmt, columns, makeProject, miniSeed, removeProject, trace } from '../../test/support/project';
import { inspectProject, openProject } from '.';

let root = '';
afterEach(() => removeProject(root));

it('tells that an event without a source cannot run where its sides lie at different times', async () => {
  const recorded = miniSeed(trace('NZ.BFZ.10.HHZ', ORIGIN, 100));
  root = await makeProject({
    'observed/both/NZ.BFZ.BXZ.semd': columns(100),
    'synthetics/both/NZ.BFZ.BXZ.semd': columns(100),
    'observed/real/NZ.BFZ.10.HHZ.mseed': recorded,
    'synthetics/real/NZ.BFZ.BXZ.semd': columns(100),
    'observed/told/NZ.BFZ.10.HHZ.mseed': recorded,
    'synthetics/told/NZ.BFZ.BXZ.semd': columns(100),
    'observed/broken/NZ.BFZ.10.HHZ.mseed': '',
    'synthetics/broken/NZ.BFZ.BXZ.semd': columns(100),
    'events/CMTSOLUTION_told': cmt('told'),
  });
  const { events, availability } = inspectProject(await openProject(root));
  expect(events.map(({ id }) => id)).toEqual(['both', 'broken', 'real', 'told']);
  // What is broken is told when its samples are read.
  expect(availability).toEqual([[1 + 2], [1 + 2], [1 + 2 + APART], [1 + 2]].map(packCells));
  expect(events[0]!.problems.join()).toMatch(/No source file.*without arrivals/);
  expect(events[2]!.problems.join()).toMatch(/No source file.*no pair of it can run/);
});
