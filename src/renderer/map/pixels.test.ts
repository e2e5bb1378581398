import { expect, it } from 'vitest';
import { fillPixels, stamp, stampOf, type Pixels } from './pixels';

const RED = 0xff0000ff;
const BLUE = 0xffff0000;
const empty = (width: number, height: number): Pixels => ({ width, height, data: new Uint32Array(width * height) });
const solid = (width: number, height: number, colour: number) =>
  stampOf({ width, height, data: new Uint32Array(width * height).fill(colour) });

it('lays stamps over each other and leaves out what is beyond the edges', () => {
  const picture = empty(4, 3);
  stamp(picture, solid(2, 2, RED), -1, -1);
  stamp(picture, solid(3, 1, BLUE), 2, 2);
  stamp(picture, solid(2, 2, RED), 9, 0);
  stamp(picture, solid(2, 2, RED), 0, 7);
  expect([...picture.data]).toEqual([RED, 0, 0, 0, 0, 0, 0, 0, 0, 0, BLUE, BLUE]);
});

it('mixes what is half transparent with what is below', () => {
  const half = 0x80ffffff;
  const picture = empty(3, 1);
  stamp(picture, solid(1, 1, BLUE), 0, 0);
  stamp(picture, stampOf({ width: 3, height: 1, data: Uint32Array.of(half, half, 0) }), 0, 0);
  expect([...picture.data].map((pixel) => pixel.toString(16))).toEqual(['ffff8080', '80ffffff', '0']);
});

it('fills squares', () => {
  const picture = empty(3, 2);
  fillPixels(picture, RED, 2, -1, 2);
  fillPixels(picture, BLUE, -5, 0, 2);
  expect([...picture.data]).toEqual([0, 0, RED, 0, 0, 0]);
});
