import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { examplePair } from '../../test/support/examplePair';
import { drawPair } from './pair';
import { toPng } from './png';

it('holds the pixels of few pictures', async () => {
  const drawing = drawPair(examplePair());
  const pixels = drawing.width * drawing.height * 4;
  toPng(drawing, drawing.width);
  await setImmediate();
  const before = process.memoryUsage().external;
  let most = 0;
  for (let i = 0; i < 10; i++) {
    toPng(drawing, drawing.width);
    most = Math.max(most, process.memoryUsage().external - before);
    await setImmediate();
  }
  expect(most).toBeLessThan(3 * pixels);
});
