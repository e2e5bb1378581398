import { describe, expect, it } from 'vitest';
import { clipRings, landRings } from './coast';
import { amplitudeUnit, linear, roundBelow, ticks } from './scale';
import { readable } from './scene';
import { escapeText } from './svg';
import { tracePath } from './trace';

describe('scales', () => {
  it('has round ticks', () => {
    expect(ticks([-20, 280], 10)).toEqual([-20, 0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280]);
    expect(ticks([-0.3, 0.3], 3)).toEqual([-0.2, 0, 0.2]);
    expect(ticks([5, 5], 3)).toEqual([5]);
    expect([0.07, 1, 4.99, 5, 980].map(roundBelow)).toEqual([0.05, 1, 2, 5, 500]);
    expect(linear([0, 10], [100, 200])(2.5)).toBe(125);
  });

  it('writes amplitudes with a prefix where the unit is known, else with a power of ten', () => {
    expect(amplitudeUnit(4.9e-5, 'm')).toEqual({ factor: 1e-6, unit: '\u00b5m' });
    expect(amplitudeUnit(4.9e-5, null)).toEqual({ factor: 1e-5, unit: '\u00d710^\u22125' });
    expect(amplitudeUnit(320, null)).toEqual({ factor: 1, unit: '' });
    expect(amplitudeUnit(0, 'm')).toEqual({ factor: 1, unit: 'm' });
  });

  it('writes numbers and texts for readers', () => {
    expect([readable(-0.0001, 2), readable(-1.5), readable(0.1 + 0.2)]).toEqual(['0.00', '\u22121.5', '0.3']);
    expect(escapeText('a<b> & "c"\u0001')).toBe('a&lt;b&gt; &amp; &quot;c&quot; ');
  });
});

describe('tracePath', () => {
  it('keeps every peak, however many samples fall on a pixel', () => {
    const data = new Float64Array(100_000);
    data[31_234] = 5;
    data[70_001] = -3;
    const path = tracePath(data, 0, 0.01, 100, -10);
    expect(path).toContain(' 50');
    expect(path).toContain(' 130');
    expect(path.split('L').length).toBeLessThan(1010);
  });

  it('passes all samples, and leaves out what a line shows', () => {
    const data = Float64Array.from({ length: 4000 }, (_, i) => Math.sin(i / 90) * Math.exp(-(((i - 1500) / 600) ** 2)));
    const points = tracePath(data, 0, 0.2, 50, -40)
      .slice(1)
      .split('L')
      .map((point) => point.split(' ').map(Number) as [number, number]);
    expect(points.length).toBeLessThan(200);
    let at = 0;
    data.forEach((value, i) => {
      while (at < points.length - 2 && points[at + 1]![0] < 0.2 * i) at++;
      const [[x0, y0], [x1, y1]] = [points[at]!, points[at + 1]!];
      const off = Math.abs(y0 + ((0.2 * i - x0) / (x1 - x0)) * (y1 - y0) - (50 - 40 * value));
      // Across the line it is less where the line is steep.
      expect(off / Math.hypot(1, (y1 - y0) / (x1 - x0))).toBeLessThan(0.16);
    });
  });

  it('draws every sample where there are few', () => {
    expect(tracePath(Float64Array.of(0, 1, 0), 10, 5, 50, -10)).toBe('M10 50L15 40L20 50');
    expect(tracePath(new Float64Array(0), 0, 0.1, 0, 1)).toBe('');
  });
});

describe('coast', () => {
  const area = (polygon: number[]) => {
    let sum = 0;
    for (let i = 0; i < polygon.length; i += 2) {
      const j = (i + 2) % polygon.length;
      sum += polygon[i]! * polygon[j + 1]! - polygon[j]! * polygon[i + 1]!;
    }
    return Math.abs(sum) / 2;
  };
  const covered = (west: number, east: number, south: number, north: number) => {
    const polygons = clipRings(landRings('110m'), { west, east, south, north });
    const all = polygons.reduce((sum, polygon) => sum + area(polygon), 0);
    return all / ((east - west) * (north - south));
  };

  it('is land in a continent and none in an ocean, also beyond the date line', () => {
    expect(covered(20, 25, 0, 5)).toBeCloseTo(1, 9);
    expect(covered(-140, -130, -30, -20)).toBe(0);
    expect(covered(220, 230, -30, -20)).toBe(0);
    expect(covered(177, 178, 66, 67)).toBeCloseTo(1, 9);
    expect(covered(182, 183, 67, 67.5)).toBeCloseTo(1, 9);
  });

  it('closes Antarctica over the pole', () => {
    expect(covered(-10, 10, -88, -85)).toBeCloseTo(1, 9);
    expect(covered(170, 190, -88, -85)).toBeCloseTo(1, 9);
  });

  it('is not cut short by an outline around the corners of what is shown', () => {
    const points = Float64Array.of(
      -30,
      -5,
      -30,
      5,
      -30,
      20,
      -20,
      30,
      5,
      30,
      20,
      30,
      30,
      20,
      30,
      -20,
      20,
      -30,
      -20,
      -30,
    );
    const ring = { points, west: -30, east: 30, south: -30, north: 30 };
    // Its corner is beyond two edges with two points, and goes on beyond one of them only.
    const [polygon] = clipRings([ring], { west: -18, east: 10, south: -10, north: 28 });
    expect(area(polygon!)).toBeCloseTo(28 * 38, 9);
  });

  it('cuts New Zealand out as it lies', () => {
    const share = covered(165, 180, -48, -34);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.2);
  });
});
