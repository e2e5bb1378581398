export { beachball, beachballPath, type Beachball, type DiscPoint } from './beachball';
export { doubleCouple } from './doubleCouple';
export { nodalPlanes, principalAxes, type NodalPlane } from './planes';
