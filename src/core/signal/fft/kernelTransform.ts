import { type Arena, type Kernel, LONGEST } from '../arena';
import { radicesOf } from './factors';
import type { Step } from './steps';

/** Whether a transform of n values can be made of the passes in WebAssembly. */
export function isForKernels(n: number): boolean {
  return n <= LONGEST && radicesOf(n).every((radix) => radix <= 5);
}

/** The passes of one transform in WebAssembly, from the arena's first work space to `output`, with their tables. */
export class KernelTransform {
  /** Address of the result: one of the work spaces. */
  readonly output: number;
  readonly #arena: Arena;
  readonly #steps: Step[];
  readonly #tables: Float64Array[];
  readonly #passes: Kernel[];
  #generation = -1;
  #addresses: number[] = [];

  /** @param more  tables beside the twiddle factors, see `table` */
  constructor(arena: Arena, steps: Step[], more: Float64Array[] = []) {
    const { kernels, first, second } = arena;
    const byRadix = [null, null, kernels.pass2, kernels.pass3, kernels.pass4, kernels.pass5];
    this.output = steps.length % 2 === 0 ? first : second;
    this.#arena = arena;
    this.#steps = steps;
    this.#tables = [...steps.map(({ twiddles }) => twiddles), ...more];
    this.#passes = steps.map(({ radix }) => byRadix[radix]!);
  }

  /** Address of one of the tables given beside the twiddle factors, good until another transform runs. */
  table(i: number): number {
    this.#bring();
    return this.#addresses[this.#steps.length + i];
  }

  /** Transforms what lies in the first work space. */
  run(): void {
    this.#bring();
    const { first, second } = this.#arena;
    let [from, to] = [first, second];
    for (let i = 0; i < this.#steps.length; i++) {
      this.#passes[i](from, to, this.#addresses[i], this.#steps[i].m, this.#steps[i].s);
      [from, to] = [to, from];
    }
  }

  #bring(): void {
    // Where the arena begins anew in the middle of it, those before are lost too; it has room for all of one transform.
    while (this.#generation !== this.#arena.generation) {
      this.#generation = this.#arena.generation;
      this.#addresses = this.#tables.map((values) => this.#arena.put(values));
    }
  }
}
