import { describe, expect, it } from 'vitest';
import { axisOf, fitSize, zoomSize } from './camera';
import { labelStep } from './headers';
import { layTiles } from './raster';
import { scaleColours, viridis } from './scale';
import { nextPlace } from './useMatrixKeys';

describe('the camera', () => {
  it('fits all cells into the room, in whole pixels where there is one to each', () => {
    expect(fitSize(500, 1000, { width: 2100, height: 1700 }, 1)).toEqual({ width: 2, height: 3 });
    const small = fitSize(500, 1000, { width: 700, height: 600 }, 1);
    expect(small.width).toBeCloseTo(0.7);
    expect(small.height).toBe(1);
    expect(fitSize(2, 3, { width: 2000, height: 1000 }, 2)).toEqual({ width: 168, height: 120 });
    expect(fitSize(0, 0, { width: 10, height: 10 }, 1)).toEqual({ width: 10, height: 10 });
  });

  it('always moves on when it zooms, and never beyond what fits', () => {
    const fit = { width: 0.7, height: 1 };
    let size = fit;
    for (let i = 0; i < 40; i++) size = zoomSize(size, 1.1, fit, 1);
    expect(size).toEqual({ width: 96, height: 96 });
    for (let i = 0; i < 80; i++) size = zoomSize(size, 1 / 1.1, fit, 1);
    expect(size).toEqual(fit);
  });

  it('finds the cells in sight', () => {
    const axis = axisOf(1000, 10, 105, 40);
    expect([axis.count, axis.offset, axis.start(0), axis.start(axis.count)]).toEqual([5, -5, 10, 15]);
    const shared = axisOf(1000, 0.5, 0, 700);
    expect([shared.count, shared.start(0), shared.start(1), shared.start(500)]).toEqual([500, 0, 2, 1000]);
  });
});

describe('the picture', () => {
  const tiles = (side: number) => [0, 1, 2].map((look) => new Uint32Array(side * side).fill(look + 10));

  it('lays a tile for each cell in sight', () => {
    const pixels = new Uint32Array(5 * 4);
    const cell = (row: number, column: number) => (row + column) % 3;
    const rows = layTiles({ pixels, width: 5, height: 4 }, axisOf(9, 2, 1, 5), axisOf(9, 2, 0, 4), tiles(2), {
      columns: Array<string>(9).fill(''),
      cell,
    });
    rows.next();
    expect([...pixels.subarray(0, 5)]).toEqual([10, 11, 11, 12, 12]);
    expect([...pixels.subarray(10, 15)]).toEqual([0, 0, 0, 0, 0]);
    expect([...rows]).toHaveLength(1);
    expect([...pixels.subarray(10, 15)]).toEqual([11, 12, 12, 10, 10]);
  });

  it('shows of cells that share a pixel the look that stands last', () => {
    const pixels = new Uint32Array(4);
    const cell = (row: number, column: number) => (row === 3 && column === 7 ? 2 : 1);
    const shared = { columns: Array<string>(8).fill(''), cell };
    const ends = [axisOf(8, 0.25, 0, 2), axisOf(8, 0.25, 0, 2)] as const;
    expect([...layTiles({ pixels, width: 2, height: 2 }, ...ends, tiles(1), shared)]).toHaveLength(2);
    expect([...pixels]).toEqual([11, 12, 11, 11]);
    const row = (place: number, looks: Uint8Array, first: number, past: number) => {
      for (let column = first; column < past; column++) looks[column] = cell(place, column);
    };
    const again = new Uint32Array(4);
    const raster = { pixels: again, width: 2, height: 2 };
    const never = () => expect.fail('whole rows were there to be asked for');
    const model = { columns: Array<string>(8).fill(''), cell: never, row };
    expect([...layTiles(raster, ...ends, tiles(1), model)]).toHaveLength(2);
    expect(again).toEqual(pixels);
  });
});

it('labels as many cells as have room, by round steps', () => {
  expect([26, 13, 7, 3, 1, 0.5].map(labelStep)).toEqual([1, 1, 2, 5, 20, 50]);
});

it('moves the focus by keys and keeps it inside', () => {
  const size = { rows: 10, columns: 20, page: 6 };
  const go = (key: string, ctrlKey = false) => nextPlace({ key, ctrlKey }, { row: 2, column: 0 }, size);
  expect(go('ArrowLeft')).toEqual({ row: 2, column: 0 });
  expect(go('PageDown')).toEqual({ row: 8, column: 0 });
  expect(go('End')).toEqual({ row: 2, column: 19 });
  expect(go('End', true)).toEqual({ row: 9, column: 19 });
  expect(go('x')).toBeNull();
});

it('colours by a scale whose lightness grows evenly', () => {
  const lightness = (hex: string) => {
    const [r, g, b] = [1, 3, 5].map((i) => (Number.parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2);
    return Math.cbrt(0.2126 * r! + 0.7152 * g! + 0.0722 * b!);
  };
  const steps = Array.from({ length: 32 }, (_, i) => lightness(viridis(i / 31)));
  const differences = steps.slice(1).map((value, i) => value - steps[i]!);
  expect(Math.min(...differences)).toBeGreaterThan(0);
  expect(Math.max(...differences)).toBeLessThan(2.5 * Math.min(...differences));
  expect(scaleColours(3, false)[2]).toBe('#440154');
  expect(scaleColours(3, true)[2]).toBe('#fde725');
});
