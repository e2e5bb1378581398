import { between, type Random } from './random';

export type Place = [latitude: number, longitude: number];

/** A coarse outline of New Zealand's land north of 44 S: stations stand in it. */
const LAND: Place[] = [
  [-34.6, 172.8],
  [-36.2, 174.5],
  [-36.7, 175.6],
  [-37.8, 178.3],
  [-39.2, 177.8],
  [-39.6, 176.9],
  [-41.5, 175.4],
  [-43.3, 173.0],
  [-44.0, 171.4],
  [-43.3, 170.0],
  [-41.2, 172.2],
  [-40.7, 173.2],
  [-39.3, 173.9],
  [-38.1, 174.7],
  [-36.6, 174.3],
];

/** The Hikurangi margin, from south-west to north-east: where the Pacific plate begins its descent to the north-west. */
const MARGIN: [Place, Place] = [
  [-42.6, 174.6],
  [-37.6, 179.2],
];
/** Distance of the deepest events from the margin, degrees of latitude, and their depth. */
const REACH = 3.2;
const DEEPEST_KM = 150;

/** A place on land. */
export function placeOnLand(random: Random): Place {
  for (;;) {
    const place: Place = [between(random, -44, -34.6), between(random, 170, 178.3)];
    if (isInside(place, LAND)) return place;
  }
}

/** A place of an earthquake on or above the slab: shallow at the margin, deeper the farther to the north-west. */
export function placeOnSlab(random: Random): { place: Place; depthKm: number } {
  const along = random();
  const across = random();
  const [[southLatitude, westLongitude], [northLatitude, eastLongitude]] = MARGIN;
  const latitude = southLatitude + along * (northLatitude - southLatitude) + 0.55 * across * REACH;
  const longitude = westLongitude + along * (eastLongitude - westLongitude) - 0.85 * across * REACH;
  const depthKm = 8 + (DEEPEST_KM - 20) * across ** 2 + between(random, -3, 12);
  return { place: [latitude, longitude], depthKm: Math.max(5, depthKm) };
}

/** Whether a ray to the east crosses the outline an odd number of times. */
function isInside([latitude, longitude]: Place, outline: Place[]): boolean {
  let inside = false;
  outline.forEach(([lat, lon], i) => {
    const [nextLat, nextLon] = outline[(i + 1) % outline.length]!;
    if (lat > latitude === nextLat > latitude) return;
    if (longitude < lon + ((latitude - lat) / (nextLat - lat)) * (nextLon - lon)) inside = !inside;
  });
  return inside;
}
