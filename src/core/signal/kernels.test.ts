import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { noise } from '../../../test/support/random';
import { compileKernel } from '../../../tools/kernels/compile.js';
import * as signal from '.';
import { kernelArena, LONGEST_SERIES } from './arena';
import { plainPlan, stockhamPlan } from './fft/plan';
import { KERNELS } from './kernels';

/** n complex values, real and imaginary part in turn. */
const complexNoise = (n: number) => noise(2 * n, n);

const bits = (x: Float64Array) => [...new BigUint64Array(x.slice().buffer)];

/** The room as it is where the platform refuses WebAssembly. */
async function withoutKernels(platform?: object): Promise<typeof signal> {
  vi.stubGlobal('WebAssembly', platform);
  vi.resetModules();
  const room = await import('.');
  const { kernelArena: refused } = await import('./arena');
  expect(refused()).toBeNull();
  return room;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('the loops in WebAssembly', () => {
  let plain: typeof signal;
  beforeAll(async () => {
    plain = await withoutKernels();
    vi.unstubAllGlobals();
    expect(kernelArena()).not.toBeNull();
  });

  it('are compiled from their source as it is', async () => {
    expect(Buffer.from(KERNELS).equals(await compileKernel('signal')), 'run npm run kernels').toBe(true);
  }, 60_000);

  it.each([2, 3, 4, 5, 6, 8, 30, 64, 1000, 1024, 4860, 12_000])(
    'transform %i values as those in TypeScript do, bit for bit',
    (n) => {
      const x = complexNoise(n);
      const expected = plainPlan(n).run(x.slice()).slice();
      expect(stockhamPlan(n).run(x).slice()).toEqual(expected);
    },
  );

  it('come back to a plan whose factors were overwritten meanwhile', () => {
    const plan = stockhamPlan(900);
    const x = complexNoise(900);
    const real = noise(1800, 1);
    const before = plan.run(x).slice();
    const spectrum = signal.rfft(real);
    const { generation } = kernelArena()!;
    // Far more lengths than there is room for.
    for (let n = 3 ** 9; kernelArena()!.generation === generation; n *= 2) {
      for (const length of [n, 81 * 2500, 5 ** 7, 2 ** 17, 2 ** 18, 3 * 2 ** 16, 5 * 2 ** 15, 3 ** 10, 3 ** 11]) {
        stockhamPlan(length).run(complexNoise(length));
      }
    }
    expect(plan.run(x)).toEqual(before);
    expect(signal.rfft(real)).toEqual(spectrum);
  });

  const lengths = [1, 2, 3, 4, 6, 10, 17, 128, 129, 300, 1000, 1001, 3600];

  it.each(lengths)('do to %i samples what those in TypeScript do, bit for bit', (n) => {
    const flat = noise(n, n).map((value, i) => (i % 7 < 3 ? 0 : value));
    const changes: ((room: typeof signal, x: Float64Array) => void)[] = [
      (room, x) => room.demean(x),
      (room, x) => room.detrendSimple(x),
      (room, x) => room.taperEnds(x, 0.05),
      (room, x) => room.taperEnds(x, 0.5, 'hamming'),
      ...[1, 2, 3, 4, 5].flatMap((corners) => {
        const band = { minPeriod: 5, maxPeriod: 20, corners };
        return [true, false].map((zerophase) => (room: typeof signal, x: Float64Array) => {
          room.bandpass(x, 0.5, { ...band, zerophase });
        });
      }),
      (room, x) => {
        room.workOn(x, (within) => {
          room.demean(within);
          room.bandpass(within, 0.5, { minPeriod: 5, maxPeriod: 20, corners: 2, zerophase: true });
          room.detrendSimple(within);
          room.taperEnds(within, 0.1);
        });
      },
    ];
    for (const x of [noise(n, 3 * n), flat, new Float64Array(n)]) {
      for (const change of changes) {
        const [ours, theirs] = [x.slice(), x.slice()];
        change(signal, ours);
        change(plain, theirs);
        expect(bits(ours)).toEqual(bits(theirs));
      }
      expect(bits(signal.envelope(x))).toEqual(bits(plain.envelope(x)));
      expect(bits(signal.staLta(x.map(Math.abs), 0.5, 8))).toEqual(bits(plain.staLta(x.map(Math.abs), 0.5, 8)));
      const y = noise(n, 4 * n);
      expect(bits(signal.weighted(x, y))).toEqual(bits(plain.weighted(x, y)));
      expect(bits(signal.gradient(x, 0.3))).toEqual(bits(plain.gradient(x, 0.3)));
      expect(bits(signal.scaledByEnergy(x, -0.7, 0.3))).toEqual(bits(plain.scaledByEnergy(x, -0.7, 0.3)));
      for (const shift of [0, 1, -2, n - 1]) {
        expect(signal.fitEnergies(y, x, shift, 1.3, 0.3)).toEqual(plain.fitEnergies(y, x, shift, 1.3, 0.3));
      }
      for (const flatStart of ['level', 'wrapped'] as const) {
        expect(signal.maxima(x, flatStart)).toEqual(plain.maxima(x, flatStart));
        expect(signal.minima(x, flatStart)).toEqual(plain.minima(x, flatStart));
      }
    }
  });

  it('see every sample that is no number', () => {
    for (const n of [1, 2, 3, 8, 101]) {
      const x = noise(n, n);
      expect(signal.areFinite(x)).toBe(true);
      for (const broken of [NaN, Infinity, -Infinity]) {
        for (let i = 0; i < n; i++) expect(signal.areFinite(x.with(i, broken))).toBe(false);
      }
    }
    expect([signal.areFinite(new Float64Array(0)), plain.areFinite(Float64Array.of(1, NaN))]).toEqual([true, false]);
  });

  it.each(lengths)('transform %i real samples as those in TypeScript do, cut or padded, bit for bit', (n) => {
    for (const x of [noise(n, 5 * n), new Float64Array(n)]) {
      for (const size of [n, n + 1, 2 * n, Math.max(1, n - 2)]) {
        const [ours, theirs] = [signal.rfft(x, size), plain.rfft(x, size)];
        expect([bits(ours.re), bits(ours.im)]).toEqual([bits(theirs.re), bits(theirs.im)]);
        for (const back of [size, size + 2]) {
          expect(bits(signal.irfft(theirs, back))).toEqual(bits(plain.irfft(theirs, back)));
        }
      }
    }
  });

  it.each(lengths)('correlate %i samples as those in TypeScript do, bit for bit', (n) => {
    const x = noise(n, 7 * n);
    for (const shift of [0, 1, -3, n >> 1]) {
      const y = x.map((_, i) => (x[i + shift] ?? 0) + 0.1 * x[(7 * i) % n]);
      for (const guess of [0, shift, Math.min(2, n - 1)]) {
        if (Math.abs(guess) >= n) continue;
        expect(signal.correlationPeak(x, y, guess)).toEqual(plain.correlationPeak(x, y, guess));
      }
    }
    const silent = new Float64Array(n);
    expect(signal.correlationPeak(x, silent)).toEqual(plain.correlationPeak(x, silent));
  });

  it('leave a series to those in TypeScript that is too long for them', () => {
    const n = LONGEST_SERIES + 2;
    const x = new Float64Array(n).fill(1);
    x[n - 1] = 2;
    signal.demean(x);
    expect(x[0]).toBeCloseTo(-1 / n, 12);
    expect(signal.rfft(x).re[0]).toBeCloseTo(0, 6);
  });
});

describe('without WebAssembly', () => {
  const Refusing = class {
    constructor() {
      throw new RangeError('no room');
    }
  };
  it('that refuses memory, the loops in TypeScript give the same', async () => {
    const x = noise(900, 1);
    const expected = signal.rfft(x);
    const plain = await withoutKernels({ Module: Refusing, Instance: Refusing, Memory: Refusing });
    expect(plain.rfft(x)).toEqual(expected);
  });
});
