import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PairDetail } from '@/api';
import { api } from '../../bridge';
import { startMeasuring } from './live';
import { beginEdit, draftNow, endEdit, take, undoEdit, useEdit } from './store';
import { placeEdge } from './windows';

vi.mock('../../bridge', () => ({ api: { measureByHand: vi.fn() } }));

const component = { component: 'Z', length: 1001, delta: 0.1, windows: [{ left: 200, right: 400, delta: 0.1 }] };
const common = { event: 'a', station: 'NZ.BFZ', timeOffset: 0, bands: [{ minPeriod: 10, maxPeriod: 60 }], band: 0 };
const detail = { ...common, components: [component], error: null } as unknown as PairDetail;
const answerTo = (name: string) => ({ ...detail, station: name, components: [] });

const session = () => useEdit.getState().session!;
/** Answers to what is asked, in turn. */
let answers: ((value: PairDetail) => void)[];
let stop: () => void;

function moveLeftEdge(time: number): void {
  take(placeEdge(draftNow(session()), draftNow(session())[0]!.id, 'left', time, session().axis));
}

async function answer(name: string): Promise<void> {
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers.shift()!(answerTo(name));
  await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  answers = [];
  vi.stubGlobal('window', globalThis);
  vi.mocked(api.measureByHand).mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  beginEdit(detail);
  stop = startMeasuring();
});

afterEach(() => {
  stop();
  endEdit();
  vi.unstubAllGlobals();
});

it('has what was measured of the windows', async () => {
  moveLeftEdge(25);
  await answer('first');
  expect(session().measured).toMatchObject({ draft: draftNow(session()), detail: { station: 'first' } });
});

it('keeps the figures of windows to which an undo leads back, though those of the undone come later', async () => {
  moveLeftEdge(25);
  await answer('first');
  moveLeftEdge(30);
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  undoEdit();
  await answer('undone');
  expect(session().measured).toMatchObject({ draft: draftNow(session()), detail: { station: 'first' } });
  expect(answers).toEqual([]);
});
