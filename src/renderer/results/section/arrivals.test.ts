import { describe, expect, it } from 'vitest';
import type { SectionTrace } from '@/core/model';
import { paintArrivals, placeArrivals, timeAt } from './arrivals';
import { frameOf } from './frame';
import { placeTraces } from './view';

const trace = (station: string, distanceKm: number, azimuthDeg: number): SectionTrace => {
  const decimated = { start: 0, step: 1, min: [0], max: [0] };
  return { station, distanceKm, azimuthDeg, timeOffset: 0, observed: decimated, synthetic: decimated, windows: [] };
};
const traces = [trace('NZ.A', 100, 90), trace('NZ.B', 300, 10)];
const curves = [
  { phase: 'PcP', points: [[100, 500] as [number, number], [300, 510] as [number, number]] },
  { phase: 'P', points: [[100, 15] as [number, number], [300, 45] as [number, number]] },
];

describe('arrivals in a section', () => {
  it('are between their points what a line gives, and nothing beyond', () => {
    const { points } = curves[1]!;
    expect([50, 100, 200, 300, 301].map((km) => timeAt(points, km))).toEqual([null, 15, 30, 45, null]);
  });

  it('lie over distances, moved as the traces are, the main ones first', () => {
    const placed = placeTraces(traces, 'distance', 10);
    const [p, pcp] = placeArrivals(curves, placed, 'distance', 10, 'all');
    expect(p).toMatchObject({
      phase: 'P',
      isMain: true,
      isLine: true,
      points: [
        [5, 100],
        [15, 300],
      ],
    });
    expect(pcp!.phase).toBe('PcP');
    expect(placeArrivals(curves, placed, 'distance', 10, 'main').map(({ phase }) => phase)).toEqual(['P']);
    expect(placeArrivals(curves, placed, 'distance', 10, 'none')).toEqual([]);
  });

  it('belong to single traces where those are put by azimuth', () => {
    const placed = placeTraces(traces, 'azimuth');
    const [p] = placeArrivals(curves, placed, 'azimuth', null, 'main');
    expect(p).toMatchObject({
      isLine: false,
      points: [
        [45, 10],
        [15, 90],
      ],
    });
  });

  it('have names that do not stand over each other', () => {
    const texts: { text: string; x: number; y: number }[] = [];
    const pen = {
      ...{ beginPath() {}, moveTo() {}, lineTo() {}, stroke() {}, strokeText() {} },
      measureText: (text: string) => ({ width: 6 * text.length }),
      fillText: (text: string, x: number, y: number) => texts.push({ text, x, y }),
    };
    const frame = frameOf({ from: 0, to: 60, low: 100, high: 300 }, { width: 400, height: 300 });
    const crowd = ['P', 'Pn', 'p', 'S'].map((phase, i) => ({
      ...{ phase, isMain: true, isLine: true },
      points: [[15, 100] as [number, number], [45 + 0.1 * i, 300] as [number, number]],
    }));
    paintArrivals(pen as unknown as Parameters<typeof paintArrivals>[0], crowd, frame, { arrival: '', halo: '' });
    expect(texts.map(({ text }) => text)).toEqual(['P', 'Pn', 'p', 'S']);
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(i + 1)) {
        expect(Math.abs(a.y - b.y) >= 12 || a.x + 6 * a.text.length < b.x || b.x + 6 * b.text.length < a.x).toBe(true);
      }
    }
  });
});
