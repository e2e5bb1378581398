import { geoGraticule, geoPath, type GeoProjection } from 'd3-geo';
import { beachballPath } from '@/core/mechanism';
import type { MomentTensor } from '@/core/model';
import type { Atlas } from './atlas';
import type { Size } from './camera';
import { depthColour, type MapColours } from './colours';
import type { MapSymbol } from './symbols';

/** Fits a canvas to its size at the screen's resolution, clears it, and gives its context in CSS pixels. */
function prepare(canvas: HTMLCanvasElement, { width, height }: Size): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio;
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

function graticuleStep(scale: number): number {
  const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.2];
  return steps.find((step) => (step * Math.PI * scale) / 180 < 160) ?? 0.1;
}

/** Sea, graticule, land, coasts and borders. */
export function paintBase(
  canvas: HTMLCanvasElement,
  size: Size,
  projection: GeoProjection,
  atlas: Atlas | null,
  colours: MapColours,
): void {
  const c = prepare(canvas, size);
  const path = geoPath(projection, c);
  const stroke = (shape: Parameters<typeof path>[0], colour: string, width: number) => {
    c.beginPath();
    path(shape);
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.stroke();
  };
  c.beginPath();
  path({ type: 'Sphere' });
  c.fillStyle = colours.sea;
  c.fill();
  if (atlas) {
    c.beginPath();
    path(atlas.land);
    c.fillStyle = colours.land;
    c.fill();
  }
  const step = graticuleStep(projection.scale());
  stroke(
    geoGraticule()
      .step([step, step])
      .extent([
        [-180, -90],
        [180, 90.001],
      ])(),
    colours.grid,
    0.7,
  );
  if (atlas) {
    stroke(atlas.borders, colours.border, 0.8);
    stroke(atlas.land, colours.coast, 0.8);
  }
}

const BALL_RADIUS = 50;
const balls = new WeakMap<MomentTensor, Path2D>();

/** The compressional parts of a focal sphere, of radius `BALL_RADIUS` about the origin. */
function compression(tensor: MomentTensor): Path2D {
  const known = balls.get(tensor);
  if (known) return known;
  const path = new Path2D(beachballPath(tensor, BALL_RADIUS));
  balls.set(tensor, path);
  return path;
}

function triangle(c: CanvasRenderingContext2D, { x, y, radius }: MapSymbol): void {
  c.beginPath();
  c.moveTo(x, y - radius);
  c.lineTo(x + radius * 0.9, y + radius * 0.7);
  c.lineTo(x - radius * 0.9, y + radius * 0.7);
  c.closePath();
}

function paintStation(c: CanvasRenderingContext2D, symbol: MapSymbol, selected: boolean, colours: MapColours): void {
  triangle(c, symbol);
  if (selected) {
    c.fillStyle = colours.station;
    c.fill();
  }
  c.strokeStyle = selected ? colours.outline : colours.stationIdle;
  c.lineWidth = selected ? 0.8 : 1.2;
  c.stroke();
}

function paintEvent(
  c: CanvasRenderingContext2D,
  { item, x, y, radius }: Extract<MapSymbol, { kind: 'events' }>,
  selected: boolean,
  colours: MapColours,
): void {
  const disc = () => {
    c.beginPath();
    c.arc(x, y, radius, 0, 2 * Math.PI);
  };
  if (selected) {
    disc();
    c.fillStyle = colours.paper;
    c.fill();
    c.fillStyle = depthColour(item.depthKm);
    const mechanism = item.momentTensor && compression(item.momentTensor);
    if (mechanism) {
      c.save();
      c.translate(x, y);
      c.scale(radius / BALL_RADIUS, radius / BALL_RADIUS);
      c.fill(mechanism, 'evenodd');
      c.restore();
    } else {
      disc();
      c.fill();
    }
  }
  disc();
  c.strokeStyle = selected ? colours.outline : colours.idle;
  c.lineWidth = selected ? 1 : 1.2;
  c.stroke();
}

/** Stations as triangles, events as focal mechanisms, or discs where none is known: filled where selected, hollow where
 *  not, ringed where pointed at. */
export function paintSymbols(
  canvas: HTMLCanvasElement,
  size: Size,
  symbols: MapSymbol[],
  selected: (symbol: MapSymbol) => boolean,
  hovered: MapSymbol | null,
  colours: MapColours,
): void {
  const c = prepare(canvas, size);
  const paint = (symbol: MapSymbol) => {
    if (symbol.kind === 'stations') paintStation(c, symbol, selected(symbol), colours);
    else paintEvent(c, symbol, selected(symbol), colours);
  };
  symbols.forEach(paint);
  if (!hovered) return;
  paint(hovered);
  c.beginPath();
  c.arc(hovered.x, hovered.y, hovered.radius + 4, 0, 2 * Math.PI);
  c.strokeStyle = colours.ring;
  c.lineWidth = 2;
  c.stroke();
}
