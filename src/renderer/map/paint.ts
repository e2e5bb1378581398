import { geoGraticule, geoPath, type GeoProjection } from 'd3-geo';
import type { Atlas } from './atlas';
import type { Size } from './camera';
import type { MapColours } from './colours';

/** Fits a canvas to its size at the screen's resolution, clears it, and gives its context in CSS pixels. */
export function prepare(canvas: HTMLCanvasElement, { width, height }: Size): CanvasRenderingContext2D {
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
