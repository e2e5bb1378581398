import type { EventSummary } from '@/api';
import { beachballPath } from '@/core/mechanism';
import { depthColour, type MapColours } from './colours';
import type { MapSymbol } from './symbols';

const BALL_RADIUS = 50;

function disc(c: CanvasRenderingContext2D, radius: number): void {
  c.beginPath();
  c.arc(0, 0, radius, 0, 2 * Math.PI);
}

/** A focal mechanism, or a disc where none is known, in the colour of its depth. */
export function drawBall(
  c: CanvasRenderingContext2D,
  { depthKm, momentTensor }: Pick<EventSummary, 'depthKm' | 'momentTensor'>,
  radius: number,
  colours: MapColours,
): void {
  disc(c, radius);
  c.fillStyle = colours.paper;
  c.fill();
  c.fillStyle = depthColour(depthKm);
  if (momentTensor) {
    c.save();
    c.scale(radius / BALL_RADIUS, radius / BALL_RADIUS);
    c.fill(new Path2D(beachballPath(momentTensor, BALL_RADIUS)), 'evenodd');
    c.restore();
  } else c.fill();
  disc(c, radius);
  c.strokeStyle = colours.outline;
  c.lineWidth = 1;
  c.stroke();
}

/** An event that is not selected. */
export function drawRing(c: CanvasRenderingContext2D, radius: number, colours: MapColours): void {
  disc(c, radius);
  c.strokeStyle = colours.idle;
  c.lineWidth = 1.2;
  c.stroke();
}

/** A station: filled where it is selected, hollow where not. */
export function drawTriangle(
  c: CanvasRenderingContext2D,
  radius: number,
  selected: boolean,
  colours: MapColours,
): void {
  c.beginPath();
  c.moveTo(0, -radius);
  c.lineTo(radius * 0.9, radius * 0.7);
  c.lineTo(-radius * 0.9, radius * 0.7);
  c.closePath();
  if (selected) {
    c.fillStyle = colours.station;
    c.fill();
  }
  c.strokeStyle = selected ? colours.outline : colours.stationIdle;
  c.lineWidth = selected ? 0.8 : 1.2;
  c.stroke();
}

/** One symbol at its place. */
export function drawSymbol(
  c: CanvasRenderingContext2D,
  symbol: MapSymbol,
  selected: boolean,
  colours: MapColours,
): void {
  c.save();
  c.translate(symbol.x, symbol.y);
  if (symbol.kind === 'stations') drawTriangle(c, symbol.radius, selected, colours);
  else if (selected) drawBall(c, symbol.item, symbol.radius, colours);
  else drawRing(c, symbol.radius, colours);
  c.restore();
}
