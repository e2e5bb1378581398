export { beachball, beachballPath, type Beachball, type DiscPoint } from './beachball';
export { nodalPlanes, principalAxes, type NodalPlane } from './planes';
