import { afterEach, describe, expect, it, vi } from 'vitest';
import { noise } from '../../../../test/support/random';
import { compileKernel } from '../../../../tools/kernels/compile.js';
import { kernelArena } from './arena';
import { KERNELS } from './kernels';
import { plainPlan, stockhamPlan } from './plan';

/** n complex values, real and imaginary part in turn. */
const complexNoise = (n: number) => noise(2 * n, n);

describe('the passes in WebAssembly', () => {
  it('are compiled from their source as it is', async () => {
    expect(Buffer.from(KERNELS).equals(await compileKernel('passes')), 'run npm run kernels').toBe(true);
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
    expect(kernelArena()).not.toBeNull();
    const plan = stockhamPlan(900);
    const x = complexNoise(900);
    const before = plan.run(x).slice();
    const { generation } = kernelArena()!;
    // Far more lengths than there is room for.
    for (let n = 3 ** 9; kernelArena()!.generation === generation; n *= 2) {
      for (const length of [n, 81 * 2500, 5 ** 7, 2 ** 17, 2 ** 18, 3 * 2 ** 16, 5 * 2 ** 15, 3 ** 10, 3 ** 11]) {
        stockhamPlan(length).run(complexNoise(length));
      }
    }
    expect(plan.run(x)).toEqual(before);
  });
});

describe('without WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const Refusing = class {
    constructor() {
      throw new RangeError('no room');
    }
  };
  it.each([
    ['is missing', undefined],
    ['refuses memory', { Module: Refusing, Instance: Refusing, Memory: Refusing }],
  ])('that %s, the passes in TypeScript give the same', async (_, platform) => {
    const x = complexNoise(900);
    const expected = stockhamPlan(900).run(x).slice();
    vi.stubGlobal('WebAssembly', platform);
    vi.resetModules();
    const arena = await import('./arena');
    const plan = await import('./plan');
    expect(arena.kernelArena()).toBeNull();
    expect(plan.stockhamPlan(900).run(x)).toEqual(expected);
  });
});
