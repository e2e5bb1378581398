import { prepareCanvas } from '../common/canvas';
import { onNextFrame } from '../common/nextFrame';
import { inOwnTask } from '../common/ownTask';
import type { Size } from './camera';
import type { MapColours } from './colours';
import { drawSymbol } from './drawSymbol';
import { fillPixels, stamp, type Pixels } from './pixels';
import { outline, type Shape } from './shape';
import { Sprites } from './sprites';
import type { MapSymbol } from './symbols';

let kept: Sprites | null = null;

function spritesOf(colours: MapColours): Sprites {
  if (kept?.colours !== colours || kept.ratio !== window.devicePixelRatio) kept = new Sprites(colours);
  return kept;
}

export type IsSelected = (symbol: MapSymbol) => boolean;

/** Side of what stands for a symbol that a filter leaves out, px. */
const SPECK = 2;

const pictures = new WeakMap<HTMLCanvasElement, ImageData>();

/** The picture of a canvas in device pixels, all transparent. */
function emptyPicture(canvas: HTMLCanvasElement, ratio: number, size: Size): ImageData {
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const before = pictures.get(canvas);
  if (before?.width === width && before.height === height) {
    before.data.fill(0);
    return before;
  }
  const made = new ImageData(Math.max(1, width), Math.max(1, height));
  pictures.set(canvas, made);
  return made;
}

/** #rrggbb as a pixel. */
function pixelOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return ((255 << 24) | (blue! << 16) | (green! << 8) | red!) >>> 0;
}

/** Stations as triangles, events as focal mechanisms, or discs where none is known: filled where selected, hollow where
 *  not. What a filter leaves out is a speck. A mechanism that was not drawn before takes its time: of many, those there is
 *  none for are hollow at first.
 *  @returns whether all are as they are to be */
function paintSymbols(
  canvas: HTMLCanvasElement,
  size: Size,
  symbols: readonly MapSymbol[],
  leftOut: readonly MapSymbol[],
  selected: IsSelected,
  colours: MapColours,
): boolean {
  const sprites = spritesOf(colours);
  const { ratio } = sprites;
  sprites.begin();
  const picture = emptyPicture(canvas, ratio, size);
  const { width, height, data } = picture;
  const pixels: Pixels = { width, height, data: new Uint32Array(data.buffer) };
  const [idle, speck] = [pixelOf(colours.idle), Math.round(SPECK * ratio)];
  for (const { x, y } of leftOut) {
    fillPixels(pixels, idle, Math.round(x * ratio - speck / 2), Math.round(y * ratio - speck / 2), speck);
  }
  for (const symbol of symbols) {
    const { x, y, radius } = symbol;
    if (x < -radius || y < -radius || x > size.width + radius || y > size.height + radius) continue;
    const sprite =
      symbol.kind === 'events'
        ? sprites.event(symbol.item, radius, selected(symbol))
        : sprites.station(radius, selected(symbol));
    stamp(pixels, sprite, Math.round(x * ratio - sprite.width / 2), Math.round(y * ratio - sprite.height / 2));
  }
  canvas.getContext('2d')!.putImageData(picture, 0, 0);
  return sprites.isWhole;
}

/** The same, task after task until all is as it is to be. The first on a canvas come later than what lies below them, which
 *  takes its time too.
 *  @returns what gives up what is left */
export function paintAllSymbols(...given: Parameters<typeof paintSymbols>): () => void {
  let callOff = () => {};
  const draw = () => {
    if (!paintSymbols(...given)) callOff = onNextFrame(() => (callOff = inOwnTask(draw)));
  };
  if (pictures.has(given[0])) draw();
  else callOff = inOwnTask(draw);
  return () => callOff();
}

/** Room between a symbol and the ring around it, px. */
const GAP = 4;
/** A mark's ring is further away, and its lines reach out of it. */
const MARK = { gap: 9, line: 10 };

function ring(c: CanvasRenderingContext2D, { x, y, radius }: MapSymbol, gap: number): void {
  c.beginPath();
  c.arc(x, y, radius + gap, 0, 2 * Math.PI);
}

/** A ring with four lines that point at the symbol: seen at once, whatever is around it. */
function paintMark(c: CanvasRenderingContext2D, symbol: MapSymbol, { ring: ink, land }: MapColours): void {
  const { x, y, radius } = symbol;
  const [near, far] = [radius + MARK.gap, radius + MARK.gap + MARK.line];
  ring(c, symbol, MARK.gap);
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    c.moveTo(x + dx * near, y + dy * near);
    c.lineTo(x + dx * far, y + dy * far);
  }
  for (const [colour, width] of [
    [land, 5],
    [ink, 2],
  ] as const) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.stroke();
  }
}

/** What lies above all symbols. */
export interface Pointed {
  /** The symbol that is pointed at, here or in a list. */
  hovered: MapSymbol | null;
  /** Those that were asked to be shown. */
  marked: readonly MapSymbol[];
  /** What is being drawn. */
  shape: Shape | null;
}

/** What changes with every move of the pointer, on a canvas of its own. */
export function paintPointer(
  canvas: HTMLCanvasElement,
  size: Size,
  { hovered, marked, shape }: Pointed,
  selected: IsSelected,
  colours: MapColours,
): void {
  const c = prepareCanvas(canvas, size);
  for (const symbol of marked) {
    paintMark(c, symbol, colours);
    drawSymbol(c, symbol, selected(symbol), colours);
  }
  if (hovered) {
    drawSymbol(c, hovered, selected(hovered), colours);
    ring(c, hovered, GAP);
    c.strokeStyle = colours.ring;
    c.lineWidth = 2;
    c.stroke();
  }
  if (!shape) return;
  c.beginPath();
  outline(shape).forEach(([x, y], i) => (i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
  c.closePath();
  c.fillStyle = colours.station;
  c.globalAlpha = 0.12;
  c.fill();
  c.globalAlpha = 1;
  c.strokeStyle = colours.station;
  c.lineWidth = 1.5;
  c.stroke();
}
