import { prepareCanvas } from '../common/canvas';
import type { Size } from './camera';
import type { MapColours } from './colours';
import { outline, type Shape } from './shape';
import { Sprites } from './sprites';
import type { MapSymbol } from './symbols';

let kept: Sprites | null = null;

function spritesOf(colours: MapColours): Sprites {
  if (kept?.colours !== colours || kept.ratio !== window.devicePixelRatio) kept = new Sprites(colours);
  return kept;
}

function paint(c: CanvasRenderingContext2D, sprites: Sprites, symbol: MapSymbol, selected: boolean): void {
  const { x, y, radius } = symbol;
  const { image, side } =
    symbol.kind === 'events' ? sprites.event(symbol.item, radius, selected) : sprites.station(radius, selected);
  c.drawImage(image, x - side / 2, y - side / 2, side, side);
}

export type IsSelected = (symbol: MapSymbol) => boolean;

/** ms that drawing may take of a frame; what is over is drawn with the next. */
const BUDGET_MS = 10;

/** Stations as triangles, events as focal mechanisms, or discs where none is known: filled where selected, hollow where
 *  not. What a filter leaves out is a speck. A mechanism that was not drawn before takes its time: of many, those there is
 *  none for are discs at first.
 *  @returns whether all are as they are to be */
export function paintSymbols(
  canvas: HTMLCanvasElement,
  size: Size,
  symbols: MapSymbol[],
  leftOut: MapSymbol[],
  selected: IsSelected,
  colours: MapColours,
): boolean {
  const c = prepareCanvas(canvas, size);
  const sprites = spritesOf(colours);
  sprites.begin(performance.now() + BUDGET_MS);
  const inSight = ({ x, y, radius }: MapSymbol) =>
    x > -radius && y > -radius && x < size.width + radius && y < size.height + radius;
  c.fillStyle = colours.idle;
  for (const symbol of leftOut) if (inSight(symbol)) c.fillRect(symbol.x - 1, symbol.y - 1, 2, 2);
  for (const symbol of symbols) if (inSight(symbol)) paint(c, sprites, symbol, selected(symbol));
  return sprites.isWhole;
}

/** The same, frame after frame until all is as it is to be.
 *  @returns what gives up what is left */
export function paintAllSymbols(...given: Parameters<typeof paintSymbols>): () => void {
  let frame = 0;
  const draw = () => {
    if (!paintSymbols(...given)) frame = requestAnimationFrame(draw);
  };
  draw();
  return () => cancelAnimationFrame(frame);
}

/** What changes with every move of the pointer, on a canvas of its own: the symbol pointed at, ringed and above all
 *  others, and the shape that is being drawn. */
export function paintPointer(
  canvas: HTMLCanvasElement,
  size: Size,
  hovered: MapSymbol | null,
  shape: Shape | null,
  selected: IsSelected,
  colours: MapColours,
): void {
  const c = prepareCanvas(canvas, size);
  if (hovered) {
    const sprites = spritesOf(colours);
    sprites.begin(Infinity);
    paint(c, sprites, hovered, selected(hovered));
    c.beginPath();
    c.arc(hovered.x, hovered.y, hovered.radius + 4, 0, 2 * Math.PI);
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
