/** Eigenvalues in ascending order, and unit eigenvectors in the same order. */
export interface Eigen3 {
  values: [number, number, number];
  vectors: [Vector3, Vector3, Vector3];
}
export type Vector3 = [number, number, number];
export type Matrix3 = [Vector3, Vector3, Vector3];

/** Eigenvalues and eigenvectors of a real symmetric 3 x 3 matrix by cyclic Jacobi rotations.
 *  @see Golub & Van Loan 2013, section 8.5 */
export function symmetricEigen(matrix: Matrix3): Eigen3 {
  const a = matrix.map((row) => [...row]);
  const v = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let sweep = 0; sweep < 30; sweep++) {
    const off = Math.abs(a[0]![1]!) + Math.abs(a[0]![2]!) + Math.abs(a[1]![2]!);
    if (off <= 1e-16 * scale) break;
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      rotate(a, v, p, q);
    }
  }
  const order = [0, 1, 2].sort((i, j) => a[i]![i]! - a[j]![j]!);
  return {
    values: order.map((i) => a[i]![i]!) as Vector3,
    vectors: order.map((i) => v.map((row) => row[i]!)) as Matrix3,
  };
}

/** Makes a[p][q] zero by a rotation in the plane of p and q. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < 3; k++) {
    const akp = a[k]![p]!;
    const akq = a[k]![q]!;
    a[k]![p] = c * akp - s * akq;
    a[k]![q] = s * akp + c * akq;
  }
  for (let k = 0; k < 3; k++) {
    const apk = a[p]![k]!;
    const aqk = a[q]![k]!;
    a[p]![k] = c * apk - s * aqk;
    a[q]![k] = s * apk + c * aqk;
    const vkp = v[k]![p]!;
    const vkq = v[k]![q]!;
    v[k]![p] = c * vkp - s * vkq;
    v[k]![q] = s * vkp + c * vkq;
  }
}
