import { describe, expect, it } from 'vitest';
import { beginShape, extendShape, idsOf, symbolsWithin, type Point, type Shape } from './shape';
import type { MapSymbol } from './symbols';

const symbols = [
  { kind: 'events', id: 'middle', x: 50, y: 50 },
  { kind: 'events', id: 'notch', x: 50, y: 15 },
  { kind: 'stations', id: 'NZ.IN', x: 20, y: 80 },
  { kind: 'stations', id: 'NZ.OUT', x: 150, y: 80 },
] as MapSymbol[];
const draw = (kind: Shape['kind'], [first, ...rest]: Point[]) =>
  rest.reduce((shape, at) => extendShape(shape, at), beginShape(kind, first!));
const ids = (shape: Shape, targets: Parameters<typeof symbolsWithin>[2] = 'both') =>
  symbolsWithin(symbols, shape, targets).map(({ id }) => id);

describe('a rectangle', () => {
  it('may be drawn from any corner', () => {
    for (const corners of [
      [
        [0, 0],
        [100, 100],
      ],
      [
        [100, 100],
        [0, 0],
      ],
      [
        [0, 100],
        [40, 40],
        [100, 0],
      ],
    ] as Point[][]) {
      expect(ids(draw('rectangle', corners))).toEqual(['middle', 'notch', 'NZ.IN']);
    }
  });

  it('selects what it is to select', () => {
    const shape = draw('rectangle', [
      [0, 0],
      [100, 100],
    ]);
    expect(ids(shape, 'events')).toEqual(['middle', 'notch']);
    expect(idsOf(symbolsWithin(symbols, shape, 'stations'), 'stations')).toEqual({ stations: ['NZ.IN'] });
    expect(idsOf([], 'both')).toEqual({ events: [], stations: [] });
  });
});

describe('a lasso', () => {
  it('encloses what lies within its way, not within its bounds', () => {
    const notched: Point[] = [
      [0, 0],
      [50, 30],
      [100, 0],
      [100, 100],
      [0, 100],
    ];
    expect(ids(draw('lasso', notched))).toEqual(['middle', 'NZ.IN']);
  });

  it('leaves out points that are nearly the last one', () => {
    expect(
      draw('lasso', [
        [0, 0],
        [1, 1],
        [10, 0],
      ]).points,
    ).toHaveLength(3);
  });
});
