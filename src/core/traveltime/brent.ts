const RELATIVE = 4 * Number.EPSILON;
const MAX_ITERATIONS = 100;

/**
 * Root of `f` between `a` and `b`, where its values `fa`, `fb` differ in sign, to an absolute tolerance in the
 * argument. Inverse quadratic interpolation or secant where that converges, else bisection.
 * @see Brent 1973, Algorithms for Minimization without Derivatives, ch. 4
 */
export function brent(
  f: (x: number) => number,
  a: number,
  b: number,
  fa: number,
  fb: number,
  tolerance: number,
): number {
  let previous = a;
  let fPrevious = fa;
  let current = b;
  let fCurrent = fb;
  let opposite = a;
  let fOpposite = fa;
  let step = 0;
  let lastStep = 0;
  if (fa === 0) return a;
  if (fb === 0) return b;
  for (let i = 0; i < MAX_ITERATIONS; i++) {
    if (fPrevious !== 0 && fCurrent !== 0 && Math.sign(fPrevious) !== Math.sign(fCurrent)) {
      opposite = previous;
      fOpposite = fPrevious;
      step = lastStep = current - previous;
    }
    if (Math.abs(fOpposite) < Math.abs(fCurrent)) {
      previous = current;
      current = opposite;
      opposite = previous;
      fPrevious = fCurrent;
      fCurrent = fOpposite;
      fOpposite = fPrevious;
    }
    const delta = (tolerance + RELATIVE * Math.abs(current)) / 2;
    const half = (opposite - current) / 2;
    if (fCurrent === 0 || Math.abs(half) < delta) return current;
    if (Math.abs(lastStep) > delta && Math.abs(fCurrent) < Math.abs(fPrevious)) {
      const trial = interpolate(previous, fPrevious, current, fCurrent, opposite, fOpposite);
      if (2 * Math.abs(trial) < Math.min(Math.abs(lastStep), 3 * Math.abs(half) - delta)) {
        lastStep = step;
        step = trial;
      } else {
        step = lastStep = half;
      }
    } else {
      step = lastStep = half;
    }
    previous = current;
    fPrevious = fCurrent;
    current += Math.abs(step) > delta ? step : half > 0 ? delta : -delta;
    fCurrent = f(current);
  }
  return current;
}

/** Step from `x1` to the root of the secant through two points, or of the inverse parabola through three. */
function interpolate(x0: number, f0: number, x1: number, f1: number, x2: number, f2: number): number {
  if (x0 === x2) return (-f1 * (x1 - x0)) / (f1 - f0);
  const slope0 = (f0 - f1) / (x0 - x1);
  const slope2 = (f2 - f1) / (x2 - x1);
  return (-f1 * (f2 * slope2 - f0 * slope0)) / (slope2 * slope0 * (f2 - f0));
}
