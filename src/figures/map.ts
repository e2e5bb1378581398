import { beachballPath } from '@/core/mechanism';
import type { MomentTensor, SeismicEvent, Station } from '@/core/model';
import { globalView } from './globe';
import type { MapView } from './mapView';
import { regionalView } from './region';
import { COLOR, SIZE } from './style';
import { circle, coordinate, group, label, path, type Box, type Shape } from './scene';

const BALL = 17;

/** Degrees of a great circle from which on a map shows the globe. */
const GLOBAL_FROM = 30;
/** Latitude in degrees from which on it does, too: meridians meet there. */
const POLAR_FROM = 70;

/** Draws a map with the great circle, the event as its mechanism, and the station. */
export function drawMap(event: SeismicEvent, station: Station, distanceDeg: number, box: Box): Shape {
  const polar = Math.max(Math.abs(event.latitude), Math.abs(station.latitude)) > POLAR_FROM;
  const view =
    polar || distanceDeg > GLOBAL_FROM
      ? globalView(event, station, distanceDeg, box)
      : regionalView(event, station, distanceDeg, box);
  const { x, y, width, height } = box;
  return group('map', [
    group('land', [...background(view), ray(view)], { clip: { x, y, width, height } }),
    ...view.frame,
    ...drawStation(view.station, station.code),
    drawEvent(view.event, event.momentTensor),
  ]);
}

function background(view: MapView): Shape[] {
  return [
    path(view.outline, { fill: COLOR.sea }),
    path(view.land, { fill: COLOR.land, evenOdd: true, stroke: COLOR.coast, strokeWidth: 0.6 }),
    path(view.graticule, { stroke: '#ffffff', strokeWidth: 0.6, strokeOpacity: 0.8 }),
  ];
}

function ray(view: MapView): Shape {
  return path(view.ray, { stroke: COLOR.ink, strokeWidth: 1.2 }, 'ray');
}

function drawStation([x, y]: [number, number], code: string): Shape[] {
  const triangle = `M${coordinate(x)} ${coordinate(y - 8)}l7.5 13h-15z`;
  return [
    path(triangle, { fill: COLOR.adjoint, stroke: '#ffffff', strokeWidth: 1.2 }, 'station'),
    label(x, y + 19, code, { size: SIZE.small, anchor: 'middle', bold: true, halo: '#ffffff' }),
  ];
}

function drawEvent([x, y]: [number, number], tensor: MomentTensor | null): Shape {
  if (tensor === null) {
    return path(star(x, y, 11), { fill: COLOR.synthetic, stroke: '#ffffff', strokeWidth: 1 }, 'event');
  }
  const ball = [
    circle(BALL + 1.5, { fill: '#ffffff' }),
    path(beachballPath(tensor, BALL), { fill: COLOR.synthetic, evenOdd: true }),
    circle(BALL, { stroke: COLOR.ink, strokeWidth: 1 }),
  ];
  return group('event', ball, { at: [x, y] });
}

function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.4;
    const a = (i * Math.PI) / 5;
    return `${coordinate(x + r * Math.sin(a))} ${coordinate(y - r * Math.cos(a))}`;
  });
  return `M${corners.join('L')}Z`;
}
