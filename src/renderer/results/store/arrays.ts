type NumberArray = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Columns of one length. */
export type Arrays = Record<string, NumberArray>;

function lengthened<T extends NumberArray>(array: T, length: number): T {
  const longer = new (array.constructor as new (length: number) => T)(length);
  longer.set(array);
  return longer;
}

/** The length that columns get where `needed` rows no longer fit: doubled while short, then by a third, so that a million
 *  rows do not hold another million free. */
function nextLength(length: number, needed: number): number {
  let next = Math.max(1024, length);
  while (next < needed) next = Math.ceil(next * (next < 200_000 ? 2 : 4 / 3));
  return next;
}

/** Makes room for `needed` rows in all columns; their content stays. */
export function reserve(arrays: Arrays, needed: number): void {
  const length = Object.values(arrays)[0].length;
  if (needed <= length) return;
  const next = nextLength(length, needed);
  for (const name of Object.keys(arrays)) arrays[name] = lengthened(arrays[name], next);
}

/** Bytes that columns take. */
export function bytesOf(arrays: Arrays): number {
  return Object.values(arrays).reduce((sum, array) => sum + array.byteLength, 0);
}
