import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { drawInTurn, drawNoMore, isToBeDrawn } from './drawInTurn';

beforeAll(() => void vi.stubGlobal('window', {}));
afterAll(() => vi.unstubAllGlobals());

it('draws the first at once, each other in a task of its own, only the last of an owner, and none that was taken back', async () => {
  const drawn: string[] = [];
  const [first, second, third, gone] = [{}, {}, {}, {}];
  drawInTurn(first, () => drawn.push('first'));
  drawInTurn(second, () => drawn.push('second, too early'));
  drawInTurn(gone, () => drawn.push('gone'));
  drawInTurn(third, () => drawn.push('third'));
  drawInTurn(second, () => drawn.push('second'));
  drawNoMore(gone);
  expect(drawn).toEqual(['first']);
  expect([first, second, third, gone].map(isToBeDrawn)).toEqual([false, true, true, false]);
  await expect.poll(() => drawn).toEqual(['first', 'second', 'third']);
});
