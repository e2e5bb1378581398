import { KERNELS } from './kernels';

/** A pass as in passes.ts, of addresses in bytes. */
export type KernelPass = (x: number, y: number, tw: number, m: number, s: number) => void;
export type Kernels = Record<2 | 3 | 4 | 5, KernelPass>;

/** Complex values of the longest transform in here; longer ones gain nothing, being bound by memory. */
export const LONGEST = 2 ** 18;
const PAGE = 65_536;
const WORK_BYTES = 16 * LONGEST;
/** Address space; the system gives memory where it is written to. */
const TWIDDLE_BYTES = 6 * WORK_BYTES;

/** What of WebAssembly is used: core knows no platform whose types would tell. */
interface Engine {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Record<string, KernelPass> };
  Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer };
}

/** The memory that the WebAssembly passes work in: two work spaces, and twiddle factors one after the other. Where it
 *  is full it begins anew: every plan then brings its twiddle factors again. It never grows, for views of it would be lost. */
export class Arena {
  readonly kernels: Kernels;
  /** Addresses of the work spaces. */
  readonly first = 0;
  readonly second = WORK_BYTES;
  /** Counts the beginnings: what was put before the last one is gone. */
  generation = 0;
  readonly #buffer: ArrayBuffer;
  #next = 2 * WORK_BYTES;

  /** @throws Error where the platform has no WebAssembly, or no room */
  constructor(engine: Engine) {
    const memory = new engine.Memory({ initial: (2 * WORK_BYTES + TWIDDLE_BYTES) / PAGE });
    const { exports } = new engine.Instance(new engine.Module(KERNELS), { env: { memory } });
    const { pass2, pass3, pass4, pass5 } = exports;
    this.kernels = { 2: pass2!, 3: pass3!, 4: pass4!, 5: pass5! };
    this.#buffer = memory.buffer;
  }

  view(address: number, length: number): Float64Array {
    return new Float64Array(this.#buffer, address, length);
  }

  /** Copies values in. @returns their address, good until `generation` changes */
  put(values: Float64Array): number {
    if (this.#next + values.byteLength > this.#buffer.byteLength) {
      this.#next = 2 * WORK_BYTES;
      this.generation++;
    }
    const address = this.#next;
    this.view(address, values.length).set(values);
    // Whole complex values, so that none is loaded across a boundary.
    this.#next += 16 * Math.ceil(values.byteLength / 16);
    return address;
  }
}

let arena: Arena | null | undefined;

/** The arena, made at its first use; null where the platform cannot have one. */
export function kernelArena(): Arena | null {
  if (arena === undefined) {
    const { WebAssembly } = globalThis as unknown as { WebAssembly?: Engine };
    try {
      arena = WebAssembly ? new Arena(WebAssembly) : null;
    } catch {
      // A policy that forbids it, an old processor, or a limit of address space: the passes in TypeScript give the same.
      arena = null;
    }
  }
  return arena;
}
