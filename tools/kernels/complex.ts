/** Arithmetic with one complex value in a vector: real part, imaginary part. */

/** a w, where `wr` holds (Re w, Re w) and `wi` holds (-Im w, Im w). */
export function times(a: v128, wr: v128, wi: v128): v128 {
  return f64x2.add(f64x2.mul(a, wr), f64x2.mul(exchanged(a), wi));
}

/** (-Im, Im) of the factor whose imaginary part lies at an address. */
export function imaginary(at: usize): v128 {
  return v128.xor(v128.load64_splat(at), f64x2(-0.0, 0.0));
}

/** (Im a, Re a) */
export function exchanged(a: v128): v128 {
  return v128.shuffle<f64>(a, a, 1, 0);
}

/** -i a */
export function turned(a: v128): v128 {
  return conjugate(exchanged(a));
}

export function conjugate(a: v128): v128 {
  return v128.xor(a, f64x2(0.0, -0.0));
}
