import { type Arena, kernelArena } from '../arena';
import { Cache } from '../cache';
import { isForKernels, KernelTransform } from './kernelTransform';
import { unitRoots } from './roots';
import type { Spectrum } from './spectrum';
import { stepsOf } from './steps';

/**
 * Transforms of a real series of one even length by WebAssembly, in the arena. A spectrum there is n / 2 + 1 complex
 * values, real and imaginary part in turn.
 */
export class EvenKernel {
  readonly n: number;
  readonly #arena: Arena;
  readonly #transform: KernelTransform;

  private constructor(n: number, arena: Arena, transform: KernelTransform) {
    this.n = n;
    this.#arena = arena;
    this.#transform = transform;
  }

  /** Null where the platform, or the length, does not allow it. */
  static of(n: number): EvenKernel | null {
    const half = n / 2;
    const arena = isForKernels(half) ? kernelArena() : null;
    if (arena === null) return null;
    const roots = unitRoots(n);
    const more = [roots.subarray(0, 2 * (half >> 1) + 2)];
    return new EvenKernel(n, arena, new KernelTransform(arena, stepsOf(half, roots, 2), more));
  }

  /** Transforms a series, cut or padded with zeros.
   *  @param x  may lie in the arena
   *  @param spectrum  address where the result goes */
  forward(x: Float64Array, spectrum: number): void {
    const { first, kernels } = this.#arena;
    const input = this.#arena.view(first, this.n);
    if (x.length > this.n) {
      input.set(x.subarray(0, this.n));
    } else {
      input.set(x);
      input.fill(0, x.length);
    }
    this.#transform.run();
    kernels.split(this.#transform.output, this.#transform.table(0), this.n / 2, spectrum);
  }

  /** The inverse, including 1/n. @returns the series' address, in a work space */
  inverse(spectrum: number): number {
    const { first, kernels } = this.#arena;
    kernels.join(spectrum, this.#transform.table(0), this.n / 2, 1 / this.n, first);
    this.#transform.run();
    kernels.exchange(this.#transform.output, this.n / 2);
    return this.#transform.output;
  }

  /** `forward`, with what it needs brought into the arena and out of it. */
  spectrumOf(x: Float64Array): Spectrum {
    const bins = this.n / 2 + 1;
    const arena = this.#arena;
    return arena.take(2 * bins, (spectrum) => {
      this.forward(x, spectrum);
      // The work spaces hold twice as many values as there are in a part.
      arena.kernels.gather(spectrum, bins, arena.first, arena.second);
      return { re: arena.read(arena.first, bins), im: arena.read(arena.second, bins) };
    });
  }

  /** `inverse` likewise. */
  seriesOf({ re, im }: Spectrum): Float64Array {
    const bins = this.n / 2 + 1;
    const arena = this.#arena;
    return arena.take(2 * bins, (spectrum) => {
      arena.write(arena.first, re.length > bins ? re.subarray(0, bins) : re);
      arena.write(arena.second, im.length > bins ? im.subarray(0, bins) : im);
      arena.kernels.interleave(arena.first, arena.second, bins, spectrum);
      return arena.read(this.inverse(spectrum), this.n);
    });
  }
}

const kernels = new Cache<number, EvenKernel | null>(64);

/** The transforms of n values by WebAssembly, made once; null where there are none. */
export function evenKernel(n: number): EvenKernel | null {
  return kernels.get(n, () => EvenKernel.of(n));
}
