/** Bytes of arrays made while `work` runs. What only looks into an array that is there does not count. */
export function allocatedBy(work: () => void): number {
  let bytes = 0;
  const counted = <T extends Constructor>(original: T): T =>
    new Proxy(original, {
      construct(target, args: unknown[], newTarget) {
        const made = Reflect.construct(target, args, newTarget) as { byteLength: number };
        if (!(args[0] instanceof ArrayBuffer)) bytes += made.byteLength;
        return made;
      },
    });
  const global = globalThis as unknown as Record<string, Constructor>;
  const kept = NAMES.map((name) => global[name]!);
  NAMES.forEach((name, i) => (global[name] = counted(kept[i]!)));
  try {
    work();
  } finally {
    NAMES.forEach((name, i) => (global[name] = kept[i]!));
  }
  return bytes;
}

type Constructor = new (...args: never[]) => unknown;
const NAMES = ['Float64Array', 'Float32Array', 'Int32Array', 'Uint8Array', 'BigInt64Array', 'ArrayBuffer'];
