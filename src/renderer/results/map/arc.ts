/** Unit vector of a place on the sphere. */
export type Vector = readonly [number, number, number];

const RADIANS = Math.PI / 180;
/** A great circle is drawn by chords of at most so many degrees: a chord's middle is then off by less than a pixel on maps
 *  of a region. */
const LONGEST_CHORD = 2.5;

export function vectorOf(latitude: number, longitude: number): Vector {
  const [phi, lambda] = [latitude * RADIANS, longitude * RADIANS];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Calls `visit` with longitude and latitude, degrees, of points along the great circle from `a` to `b`, both included. */
export function alongArc(a: Vector, b: Vector, visit: (longitude: number, latitude: number) => void): void {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const angle = Math.acos(Math.max(-1, Math.min(1, dot)));
  const pieces = Math.max(1, Math.ceil(angle / RADIANS / LONGEST_CHORD));
  for (let i = 0; i <= pieces; i++) {
    const share = i / pieces;
    // Spherical interpolation; of points that are next to each other, or opposite, the plain one.
    const sine = Math.sin(angle);
    const [s, t] =
      sine < 1e-9 ? [1 - share, share] : [Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine];
    const [x, y, z] = [s * a[0] + t * b[0], s * a[1] + t * b[1], s * a[2] + t * b[2]];
    visit(Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS);
  }
}
