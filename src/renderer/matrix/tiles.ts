import { GLYPHS, SHARE, STROKE } from './glyphs';
import type { Tile } from './raster';
import type { Look } from './types';

/** Cells from this side on are set apart by a line, and show their glyph, device pixels. */
const GAP_FROM = 5;
const GLYPH_FROM = 8;

/** Draws each look once, at the size of a cell. */
export function drawTiles(looks: readonly Look[], width: number, height: number): Tile[] {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const gap = Math.min(width, height) >= GAP_FROM ? 1 : 0;
  return looks.map((look) => {
    context.clearRect(0, 0, width, height);
    context.fillStyle = look.colour;
    context.fillRect(0, 0, width - gap, height - gap);
    if (look.isHatched) hatch(context, width, height);
    drawGlyph(context, look, width - gap, height - gap);
    return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  });
}

/** Takes stripes out of a cell; one that has no room for them becomes lighter as a whole. */
function hatch(context: OffscreenCanvasRenderingContext2D, width: number, height: number): void {
  const image = context.getImageData(0, 0, width, height);
  const shorter = Math.min(width, height);
  const stripe = shorter >= 2 * GLYPH_FROM ? 3 : shorter >= GAP_FROM ? 2 : 1;
  for (let i = 0; i < width * height; i++) {
    const isOut = (((i % width) + Math.floor(i / width)) / stripe) % 2 >= 1;
    if (shorter < 2) image.data[4 * i + 3]! /= 2;
    else if (isOut) image.data[4 * i + 3] = 0;
  }
  context.putImageData(image, 0, 0);
}

/** Where there is no room for the shape, a speck of ink in the middle still says that there is one. */
function drawGlyph(context: OffscreenCanvasRenderingContext2D, look: Look, width: number, height: number): void {
  if (look.glyph === 'none') return;
  const shorter = Math.min(width, height);
  if (shorter < GLYPH_FROM - 1) {
    if (shorter < 3) return;
    const speck = Math.ceil(shorter / 3);
    context.fillStyle = look.ink;
    context.fillRect(Math.floor((width - speck) / 2), Math.floor((height - speck) / 2), speck, speck);
    return;
  }
  const side = shorter * SHARE;
  context.save();
  context.translate((width - side) / 2, (height - side) / 2);
  context.scale(side, side);
  context.strokeStyle = look.ink;
  context.lineWidth = Math.max(STROKE, 1.2 / side);
  context.lineCap = 'round';
  context.stroke(new Path2D(GLYPHS[look.glyph]));
  context.restore();
}
