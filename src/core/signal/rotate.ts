/**
 * Turns north and east into radial (away from the source) and transverse (to the right of radial).
 * R = -E sin b - N cos b, T = -E cos b + N sin b
 * @param north            samples, length n
 * @param east             samples, length n
 * @param backazimuthDeg   b: direction from the station to the source, clockwise from north, in degrees
 */
export function rotateNeToRt(
  north: Float64Array,
  east: Float64Array,
  backazimuthDeg: number,
): { radial: Float64Array; transverse: Float64Array } {
  const n = Math.min(north.length, east.length);
  const angle = (backazimuthDeg * Math.PI) / 180;
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const radial = new Float64Array(n);
  const transverse = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    radial[i] = -east[i] * sine - north[i] * cosine;
    transverse[i] = -east[i] * cosine + north[i] * sine;
  }
  return { radial, transverse };
}
