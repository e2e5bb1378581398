export { geodesic, type Geodesic } from './geodesic';
export { arcDegrees } from './arc';
