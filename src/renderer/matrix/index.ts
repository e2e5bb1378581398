export { Matrix, type MatrixProps } from './Matrix';
export { MatrixLegend, type LegendEntry, type LegendScale } from './MatrixLegend';
export { scaleColours } from './scale';
export type { Look, Place } from './types';
export type { Area, AreaKeys } from './useArea';
