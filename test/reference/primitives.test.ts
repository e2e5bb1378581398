import { describe, expect, it } from 'vitest';
import { arcDegrees, geodesic } from '@/core/geodesy';
import {
  bandpass,
  butterworth,
  convolveStf,
  correlationPeak,
  demean,
  detrendSimple,
  dpss,
  envelope,
  gradient,
  maxima,
  minima,
  resample,
  rotateNeToRt,
  simpson,
  staLta,
  taperEnds,
  taperWeights,
  type FilterKind,
  type TaperType,
  type WindowTaperType,
} from '@/core/signal';
import { deviation, hasReference, NO_REFERENCE, referenceArrays, referenceJson } from '../support/reference';

const BOUND = 1e-9;

interface Primitives {
  inputs: Record<string, { dt: number; npts: number }>;
  filters: FilterCase[];
  sos: { corners: number; Wn: number | [number, number]; btype: string; sos: number[][] }[];
  detrend: { array: string; input: string; type: string }[];
  taper: { array: string; input_ones_npts: number; pct: number; type: TaperType; side: string }[];
  window_taper: { array: string; npts: number; pct: number; type: WindowTaperType }[];
  resample: { array: string; input: string; new_sampling_rate: number; npts: number }[];
  stalta: { array: string; input: string; dt: number; min_period: number }[];
  extrema: Record<string, { maxima: number[]; minima: number[] }>;
  stf: { array: string; input: string; half_duration: number }[];
  rotate: { baz: number; N: string; E: string }[];
  dpss: { array: string; n: number; half_nbw: number; k_max: number; eigvals: number[] }[];
  cc: { dt: number; out: { tshift: number; dlna: number }[] };
  simpson: { n: number; dx: number; value: number }[];
  geodetics: { in: [number, number, number, number]; gps2dist_azimuth: number[]; locations2degrees: number }[];
}

interface FilterCase {
  array: string;
  input: string;
  type: FilterKind;
  freqmin?: number;
  freqmax?: number;
  freq?: number;
  corners: number;
  zerophase: boolean;
}

function periods(c: FilterCase): { minPeriod: number | null; maxPeriod: number | null } {
  if (c.type === 'bandpass') return { minPeriod: 1 / c.freqmax!, maxPeriod: 1 / c.freqmin! };
  return c.type === 'lowpass'
    ? { minPeriod: 1 / c.freq!, maxPeriod: null }
    : { minPeriod: null, maxPeriod: 1 / c.freq! };
}

describe.skipIf(!hasReference)(`primitives${hasReference ? '' : ` (${NO_REFERENCE})`}`, () => {
  const p = hasReference ? referenceJson<Primitives>('primitives') : ({} as Primitives);
  const array = hasReference ? referenceArrays('primitives') : () => new Float64Array(0);
  const deltaOf = (input: string) => p.inputs[input].dt;
  const input = (name: string) => array(`in/${name}`);

  it('second-order sections', () => {
    for (const c of p.sos) {
      const kind = c.btype === 'band' ? 'bandpass' : (c.btype as FilterKind);
      const sos = butterworth(kind, c.corners, [c.Wn].flat(), 2);
      expect(deviation(sos, c.sos.flat()), JSON.stringify(c.Wn)).toBeLessThan(1e-13);
    }
  });

  it('filters', () => {
    for (const c of p.filters) {
      const x = input(c.input);
      const { warning } = bandpass(x, deltaOf(c.input), {
        ...periods(c),
        corners: c.corners,
        zerophase: c.zerophase,
      });
      expect(deviation(x, array(c.array)), c.array).toBeLessThan(BOUND);
      const aboveNyquist = c.type === 'bandpass' && c.freqmax! >= 0.5 / deltaOf(c.input);
      expect(warning !== null, c.array).toBe(aboveNyquist);
    }
  });

  it('detrending', () => {
    const cases = p.detrend.filter((c) => c.type !== 'linear');
    for (const c of cases) {
      const x = input(c.input);
      if (c.type === 'simple') detrendSimple(x);
      else demean(x);
      const scale = Math.max(...input(c.input).map(Math.abs));
      const expected = array(c.array);
      const difference = Math.max(...x.map((value, i) => Math.abs(value - expected[i])));
      expect(difference / scale, c.array).toBeLessThan(1e-14);
    }
  });

  it('tapers of a trace', () => {
    for (const c of p.taper) {
      const n = c.input_ones_npts;
      const x = new Float64Array(n).fill(1);
      taperEnds(x, c.pct, c.type);
      const middle = n >> 1;
      const expected = array(c.array);
      const left = c.side === 'right' ? new Float64Array(middle).fill(1) : x.subarray(0, middle);
      const right = c.side === 'left' ? new Float64Array(n - middle).fill(1) : x.subarray(middle);
      expect(deviation(left, expected.subarray(0, middle)), c.array).toBeLessThan(1e-14);
      expect(deviation(right, expected.subarray(middle)), c.array).toBeLessThan(1e-14);
    }
  });

  it('tapers of a window', () => {
    for (const c of p.window_taper) {
      expect(deviation(taperWeights(c.npts, c.pct, c.type), array(c.array)), c.array).toBeLessThan(1e-14);
    }
  });

  it('resampling', () => {
    for (const c of p.resample) {
      const out = resample(input(c.input), deltaOf(c.input), 1 / c.new_sampling_rate);
      expect(out.length, c.array).toBe(c.npts);
      // The ratio 1 is no resampling for the workflow, but a spectral smoothing here as there.
      expect(deviation(out, array(c.array)), c.array).toBeLessThan(BOUND);
    }
    const observed = resample(array('remove_in/Z'), 0.01, 0.03);
    expect(deviation(observed, array('resample/bfz_obs_Z_to_33.33'))).toBeLessThan(BOUND);
  });

  it('envelope and STA/LTA', () => {
    for (const name of Object.keys(p.inputs)) {
      expect(deviation(envelope(input(name)), array(`envelope/${name}`)), name).toBeLessThan(1e-12);
    }
    for (const c of p.stalta) {
      expect(deviation(staLta(array(c.input), c.dt, c.min_period), array(c.array)), c.array).toBeLessThan(1e-12);
    }
  });

  it('extrema', () => {
    for (const [name, expected] of Object.entries(p.extrema)) {
      expect(maxima(array(name)), name).toEqual(expected.maxima);
      expect(minima(array(name)), name).toEqual(expected.minima);
    }
  });

  it('source time function', () => {
    for (const c of p.stf) {
      const out = convolveStf(input(c.input), deltaOf(c.input), c.half_duration);
      expect(deviation(out, array(c.array)), c.array).toBeLessThan(1e-12);
    }
  });

  it('rotation', () => {
    for (const c of p.rotate) {
      const { radial, transverse } = rotateNeToRt(array(c.N), array(c.E), c.baz);
      expect(deviation(radial, array(`rotate/${c.baz}/R`))).toBeLessThan(1e-14);
      expect(deviation(transverse, array(`rotate/${c.baz}/T`))).toBeLessThan(1e-14);
    }
  });

  it('Slepian tapers', () => {
    for (const c of p.dpss) {
      const { tapers, eigenvalues } = dpss(c.n, c.half_nbw, c.k_max);
      const expected = array(c.array);
      tapers.forEach((taper, k) => {
        expect(deviation(taper, expected.subarray(k * c.n, (k + 1) * c.n)), `${c.array} ${k}`).toBeLessThan(BOUND);
      });
      expect(deviation(eigenvalues, c.eigvals), c.array).toBeLessThan(1e-12);
    }
  });

  it('cross-correlation', () => {
    const d = array('cc/d');
    const s = array('cc/s');
    const { dt, out } = p.cc;
    expect(correlationPeak(d, s).shift * dt).toBeCloseTo(out[0].tshift, 12);
    expect(correlationPeak(s, d).shift * dt).toBeCloseTo(out[1].tshift, 12);
    expect(correlationPeak(d, d)).toMatchObject({ shift: 0, coefficient: 1 });
  });

  it('integral of an odd number of samples, gradient', () => {
    const squares = input('noise_1999_dt0.06').map((value) => value * value);
    for (const c of p.simpson.filter((each) => each.n % 2 === 1)) {
      expect(Math.abs(simpson(squares.subarray(0, c.n), c.dx) / c.value - 1), String(c.n)).toBeLessThan(1e-13);
    }
    expect(deviation(gradient(input('chirp_1000_dt0.1'), 0.1), array('gradient/chirp'))).toBeLessThan(1e-13);
  });
  it('distances', () => {
    for (const { in: points, gps2dist_azimuth: expected, locations2degrees } of p.geodetics) {
      const { distanceKm, azimuthDeg, backazimuthDeg } = geodesic(...points);
      expect(Math.abs(distanceKm * 1000 - expected[0]), String(points)).toBeLessThan(1e-7);
      expect(azimuthDeg, String(points)).toBeCloseTo(expected[1], 9);
      expect(backazimuthDeg, String(points)).toBeCloseTo(expected[2], 9);
      expect(arcDegrees(...points), String(points)).toBeCloseTo(locations2degrees, 11);
    }
  });
});
