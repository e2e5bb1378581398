import type { MomentTensor } from '@/core/model';
import { symmetricEigen, type Eigen3, type Vector3 } from './eigen';

/** Angles of a fault plane in degrees: strike 0-360 clockwise from north, dip 0-90 to the right of strike, rake -180 to
 *  180 of the hanging wall's slip, counter-clockwise from strike. */
export interface NodalPlane {
  strike: number;
  dip: number;
  rake: number;
}

/** Principal axes in north, east, down; values in the tensor's unit, ascending: P, null, T. */
export function principalAxes(m: MomentTensor): Eigen3 {
  // From up, south, east: north = -south, down = -up.
  return symmetricEigen([
    [m.mtt, -m.mtp, m.mrt],
    [-m.mtp, m.mpp, -m.mrp],
    [m.mrt, -m.mrp, m.mrr],
  ]);
}

/** The two nodal planes of the double couple nearest to a moment tensor: the one of its P and T axes.
 *  @see Aki & Richards 2002, section 4.4 */
export function nodalPlanes(m: MomentTensor): [NodalPlane, NodalPlane] {
  const { vectors } = principalAxes(m);
  const [p, , t] = vectors;
  const first = unit([t[0] + p[0], t[1] + p[1], t[2] + p[2]]);
  const second = unit([t[0] - p[0], t[1] - p[1], t[2] - p[2]]);
  return [planeOf(first, second), planeOf(second, first)];
}

function unit([x, y, z]: Vector3): Vector3 {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** The plane of a fault normal and a slip vector, both in north, east, down. */
function planeOf(normal: Vector3, slip: Vector3): NodalPlane {
  // The normal that points up belongs to the slip of the hanging wall.
  const sign = normal[2] > 0 ? -1 : 1;
  const [n, e, d] = normal.map((x) => sign * x) as Vector3;
  const [sn, se, sd] = slip.map((x) => sign * x) as Vector3;
  const strike = Math.atan2(-n, e);
  const dip = Math.acos(Math.min(1, Math.max(-1, -d)));
  const along = sn * Math.cos(strike) + se * Math.sin(strike);
  // Slip up the dip, in the plane; for a horizontal plane up-dip is left of strike.
  const up = -sd * Math.sin(dip) + (sn * Math.sin(strike) - se * Math.cos(strike)) * Math.cos(dip);
  return { strike: degrees(strike, 360), dip: (dip * 180) / Math.PI, rake: (Math.atan2(up, along) * 180) / Math.PI };
}

function degrees(radians: number, turn: number): number {
  return ((((radians * 180) / Math.PI) % turn) + turn) % turn;
}
