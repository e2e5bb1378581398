import { describe, expect, it } from 'vitest';
import type { EventSummary, StationSummary } from '@/api';
import { fitCamera, projectionOf } from './camera';
import { magnitudeRadius, placeSymbols, symbolAt } from './symbols';

const size = { width: 400, height: 400 };
const event = (id: string, magnitude: number | null) =>
  ({ id, magnitude, longitude: 174, latitude: -41 }) as EventSummary;
const station = (code: string, longitude: number | null) =>
  ({ code, longitude, latitude: longitude === null ? null : -41 }) as StationSummary;
const projection = projectionOf(fitCamera([{ longitude: 174, latitude: -41 }], size), size);

describe('placeSymbols', () => {
  it('draws small events over large ones and leaves out what has no place', () => {
    const symbols = placeSymbols(
      [event('small', 4), event('large', 7), event('unknown', null)],
      [station('A.X', 174), station('A.Y', null)],
      projection,
    );
    expect(symbols.map((symbol) => symbol.id)).toEqual(['A.X', 'large', 'small', 'unknown']);
  });
});

describe('symbolAt', () => {
  const symbols = placeSymbols([event('small', 4), event('large', 7)], [station('A.X', 174.5)], projection);

  it('prefers what is on top', () => {
    const { x, y } = symbols[1]!;
    expect(symbolAt(symbols, x, y)?.id).toBe('small');
    expect(symbolAt(symbols, x, y + magnitudeRadius(7) - 2)?.id).toBe('large');
  });

  it('finds a station nearby, and nothing in the open', () => {
    const at = symbols[0]!;
    expect(symbolAt(symbols, at.x + at.radius + 2, at.y)?.id).toBe('A.X');
    expect(symbolAt(symbols, 5, 5)).toBeNull();
  });
});
