export { geodesic, type Geodesic } from './geodesic';
export { arcDegrees } from './arc';
export { PairSieve, type Place } from './pairSieve';
