import type { MomentTensor } from '@/core/model';

const RADIANS = Math.PI / 180;

/** Moment tensor of a shear dislocation, in the up, south, east frame.
 *  @param strikeDeg clockwise from north
 *  @param dipDeg    down from horizontal, to the right of strike
 *  @param rakeDeg   slip of the hanging wall, counter-clockwise from strike
 *  @param moment    scalar moment in N m
 *  @see Aki & Richards 2002, p. 112 */
export function doubleCouple(strikeDeg: number, dipDeg: number, rakeDeg: number, moment: number): MomentTensor {
  const [sinS, cosS] = [Math.sin(strikeDeg * RADIANS), Math.cos(strikeDeg * RADIANS)];
  const [sin2S, cos2S] = [Math.sin(2 * strikeDeg * RADIANS), Math.cos(2 * strikeDeg * RADIANS)];
  const [sinD, cosD] = [Math.sin(dipDeg * RADIANS), Math.cos(dipDeg * RADIANS)];
  const [sin2D, cos2D] = [Math.sin(2 * dipDeg * RADIANS), Math.cos(2 * dipDeg * RADIANS)];
  const [sinR, cosR] = [Math.sin(rakeDeg * RADIANS), Math.cos(rakeDeg * RADIANS)];
  // Aki & Richards: x north, y east, z down.
  const mxx = -(sinD * cosR * sin2S + sin2D * sinR * sinS * sinS);
  const mxy = sinD * cosR * cos2S + 0.5 * sin2D * sinR * sin2S;
  const mxz = -(cosD * cosR * cosS + cos2D * sinR * sinS);
  const myy = sinD * cosR * sin2S - sin2D * sinR * cosS * cosS;
  const myz = -(cosD * cosR * sinS - cos2D * sinR * cosS);
  const mzz = sin2D * sinR;
  return {
    mrr: moment * mzz,
    mtt: moment * mxx,
    mpp: moment * myy,
    mrt: moment * mxz,
    mrp: -moment * myz,
    mtp: -moment * mxy,
  };
}
