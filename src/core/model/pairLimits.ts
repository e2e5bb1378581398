/** Which pairs are wanted by the way from event to station; null where an end is open. Both ends count as within. */
export interface PairLimits {
  minDistanceKm: number | null;
  maxDistanceKm: number | null;
  /** From the event to the station, clockwise from north, 0 to 360. A sector whose first azimuth is larger than its last
   *  one holds north. */
  minAzimuthDeg: number | null;
  maxAzimuthDeg: number | null;
}

export const NO_LIMITS: PairLimits = {
  minDistanceKm: null,
  maxDistanceKm: null,
  minAzimuthDeg: null,
  maxAzimuthDeg: null,
};

/** Whether any pair could be left out. */
export function isLimiting(limits: PairLimits): boolean {
  return Object.values(limits).some((limit) => limit !== null);
}

export function isWithinDistance({ minDistanceKm, maxDistanceKm }: PairLimits, distanceKm: number): boolean {
  return distanceKm >= (minDistanceKm ?? 0) && distanceKm <= (maxDistanceKm ?? Infinity);
}

/** @param azimuthDeg 0 to 360 */
export function isWithinAzimuth({ minAzimuthDeg, maxAzimuthDeg }: PairLimits, azimuthDeg: number): boolean {
  const first = minAzimuthDeg ?? 0;
  const last = maxAzimuthDeg ?? 360;
  return first <= last ? azimuthDeg >= first && azimuthDeg <= last : azimuthDeg >= first || azimuthDeg <= last;
}
