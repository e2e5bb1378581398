export { drawPair, type FigureInput } from './pair';
export type { PdfBook } from './pdf';
export { toPng } from './png';
export { openBook, renderFigure, type FigureFormat, type FigureSize } from './render';
export type { Drawing } from './scene';
export { toSvg } from './svg';
