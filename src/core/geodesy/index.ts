export { geodesic, type Geodesic } from './geodesic';
export { arcDegrees } from './arc';
export { PairSieve } from './pairSieve';
export { Partners, type Reach } from './reach';
export type { Place } from './direction';
