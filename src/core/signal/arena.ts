import { KERNELS } from './kernels';

/** The functions of tools/kernels/signal.ts. */
export type KernelName =
  | 'pass2'
  | 'pass3'
  | 'pass4'
  | 'pass5'
  | 'split'
  | 'join'
  | 'exchange'
  | 'interleave'
  | 'gather'
  | 'turnPhases'
  | 'runningEnergies'
  | 'sumAt'
  | 'earliestLargest'
  | 'multiplyByConjugate'
  | 'largest'
  | 'indicesAbove'
  | 'filterPair'
  | 'filterOne'
  | 'demean'
  | 'detrend'
  | 'taper'
  | 'modulus'
  | 'staLta'
  | 'tops'
  | 'multiply'
  | 'gradient'
  | 'energyIntegral'
  | 'scaleOver'
  | 'fitEnergies'
  | 'areFinite';
/** Of addresses in bytes, counts and numbers. */
export type Kernel = (...values: number[]) => number;
export type Kernels = Record<KernelName, Kernel>;

/** Complex values of the longest transform in here; longer ones gain nothing, being bound by memory. */
export const LONGEST = 2 ** 18;
/** Samples of the longest series. */
export const LONGEST_SERIES = 2 * LONGEST;
const PAGE = 65_536;
const WORK_BYTES = 16 * LONGEST;
/** Address space; the system gives memory where it is written to. */
const TABLE_BYTES = 6 * WORK_BYTES;
/** Five series or spectra, each with some values more than the longest. */
const SCRATCH_BYTES = 5 * (WORK_BYTES + PAGE);
const TABLES = 2 * WORK_BYTES;
const SCRATCH = TABLES + TABLE_BYTES;
const END = SCRATCH + SCRATCH_BYTES;

/** What of WebAssembly is used: core knows no platform whose types would tell. */
interface Engine {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: Kernels };
  Memory: new (limits: { initial: number }) => { buffer: ArrayBuffer };
}

/**
 * The memory that the loops in WebAssembly work in: two work spaces of transforms, tables (twiddle factors, tapers) one
 * after the other, and room for series while they are worked on. Where the tables' part is full it begins anew: whoever
 * keeps tables then brings them again. It never grows, for views of it would be lost.
 */
export class Arena {
  readonly kernels: Kernels;
  /** Addresses of the work spaces. */
  readonly first = 0;
  readonly second = WORK_BYTES;
  /** Counts the beginnings: what was put before the last one is gone. */
  generation = 0;
  readonly #buffer: ArrayBuffer;
  readonly #values: Float64Array;
  #nextTable = TABLES;
  #nextSeries = SCRATCH;

  /** @throws Error where the platform has no WebAssembly, or no room */
  constructor(engine: Engine) {
    const memory = new engine.Memory({ initial: Math.ceil(END / PAGE) });
    this.kernels = new engine.Instance(new engine.Module(KERNELS), { env: { memory } }).exports;
    this.#buffer = memory.buffer;
    this.#values = new Float64Array(memory.buffer);
  }

  /** Values in place. */
  view(address: number, length: number): Float64Array {
    return this.#values.subarray(address / 8, address / 8 + length);
  }

  /** Indices in place. */
  indices(address: number, length: number): Int32Array {
    return new Int32Array(this.#buffer, address, length);
  }

  value(address: number): number {
    return this.#values[address / 8];
  }

  /** Copies values of a table in. @returns their address, good until `generation` changes */
  put(values: Float64Array): number {
    if (this.#nextTable + values.byteLength > SCRATCH) {
      this.#nextTable = TABLES;
      this.generation++;
    }
    const address = this.#nextTable;
    this.#values.set(values, address / 8);
    this.#nextTable += aligned(values.byteLength);
    return address;
  }

  /** Room for values while `work` lasts, which may take some itself.
   *  @param length  two work spaces' at most; one value more may be written */
  take<T>(length: number, work: (address: number) => T): T {
    const address = this.#nextSeries;
    this.#nextSeries = address + aligned(8 * length);
    try {
      return work(address);
    } finally {
      this.#nextSeries = address;
    }
  }

  /** Copies values to an address. */
  write(address: number, values: Float64Array): void {
    this.#values.set(values, address / 8);
  }

  /** Copies values from an address. */
  read(address: number, length: number): Float64Array {
    return this.#values.slice(address / 8, address / 8 + length);
  }

  /** Whether values lie in here, so that nothing needs to be copied. */
  holds(values: Float64Array): boolean {
    return values.buffer === this.#buffer;
  }
}

/** Whole complex values, so that none is loaded across a boundary. */
function aligned(bytes: number): number {
  return 16 * Math.ceil(bytes / 16);
}

let arena: Arena | null | undefined;

/** The arena, made at its first use; null where the platform cannot have one. */
export function kernelArena(): Arena | null {
  if (arena === undefined) {
    const { WebAssembly } = globalThis as unknown as { WebAssembly?: Engine };
    try {
      arena = WebAssembly ? new Arena(WebAssembly) : null;
    } catch {
      // A policy that forbids it, an old processor, or a limit of address space: the loops in TypeScript give the same.
      arena = null;
    }
  }
  return arena;
}

/** The arena for a series of n values; null where there is none, or the series is too long for it. */
export function arenaFor(n: number): Arena | null {
  return n > 0 && n <= LONGEST_SERIES ? kernelArena() : null;
}

/** Calls `work` with the address of a series in the arena: copied in before and out after, unless it is there already. */
export function inArena(arena: Arena, x: Float64Array, work: (address: number) => void): void {
  if (arena.holds(x)) return work(x.byteOffset);
  arena.take(x.length, (address) => {
    arena.write(address, x);
    work(address);
    x.set(arena.view(address, x.length));
  });
}

/** Calls `work` with a series as it lies where the functions of this room work on it, so that several of them in turn copy
 *  it once. What they do to it is done to `x`. */
export function workOn(x: Float64Array, work: (x: Float64Array) => void): void {
  const arena = arenaFor(x.length);
  if (arena === null) return work(x);
  inArena(arena, x, (address) => work(arena.view(address, x.length)));
}
