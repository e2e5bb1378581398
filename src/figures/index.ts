export { drawPair, type FigureInput } from './pair';
export { toPng } from './png';
