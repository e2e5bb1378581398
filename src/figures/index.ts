export { drawPair, type FigureInput } from './pair';
export { PdfBook } from './pdf';
export { toPng } from './png';
export { renderFigure, type FigureFormat, type FigureSize } from './render';
export type { Drawing } from './scene';
export { toSvg } from './svg';
