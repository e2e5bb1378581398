export { geodesic, type Geodesic } from './geodesic';
export { arcDegrees } from './arc';
export { PairSieve } from './pairSieve';
export { DistanceRanges, type DistanceRange } from './distanceRange';
export type { Place } from './direction';
