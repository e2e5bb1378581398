import { beachballPath } from '@/core/mechanism';
import type { MomentTensor, SeismicEvent, Station } from '@/core/model';
import { globalView } from './globe';
import type { MapView } from './mapView';
import { regionalView } from './region';
import { COLOR, SIZE } from './style';
import { coordinate, element, label, type Box } from './svg';

const BALL = 17;

/** Degrees of a great circle from which on a map shows the globe. */
const GLOBAL_FROM = 30;

/** Draws a map with the great circle, the event as its mechanism, and the station. */
export function drawMap(event: SeismicEvent, station: Station, distanceDeg: number, box: Box): string {
  const polar = Math.max(Math.abs(event.latitude), Math.abs(station.latitude)) > 70;
  const view =
    polar || distanceDeg > GLOBAL_FROM
      ? globalView(event, station, distanceDeg, box)
      : regionalView(event, station, distanceDeg, box);
  const clip = `map-${box.x}-${box.y}`;
  const frame = element('rect', { x: box.x, y: box.y, width: box.width, height: box.height });
  return element(
    'g',
    { class: 'map' },
    element('clipPath', { id: clip }, frame) +
      element('g', { 'clip-path': `url(#${clip})` }, background(view) + ray(view)) +
      view.frame +
      drawStation(view.station, station.code) +
      drawEvent(view.event, event.momentTensor),
  );
}

function background(view: MapView): string {
  return (
    element('path', { d: view.outline, fill: COLOR.sea }) +
    element('path', {
      d: view.land,
      fill: COLOR.land,
      stroke: COLOR.coast,
      'stroke-width': 0.6,
      'fill-rule': 'evenodd',
    }) +
    element('path', { d: view.graticule, fill: 'none', stroke: '#ffffff', 'stroke-width': 0.6, 'stroke-opacity': 0.8 })
  );
}

function ray(view: MapView): string {
  return element('path', { class: 'ray', d: view.ray, fill: 'none', stroke: COLOR.ink, 'stroke-width': 1.2 });
}

function drawStation([x, y]: [number, number], code: string): string {
  const triangle = `M${coordinate(x)} ${coordinate(y - 8)}l7.5 13h-15z`;
  return (
    element('path', {
      class: 'station',
      d: triangle,
      fill: COLOR.adjoint,
      stroke: '#ffffff',
      'stroke-width': 1.2,
    }) + label(x, y + 19, code, { size: SIZE.small, anchor: 'middle', bold: true, halo: '#ffffff' })
  );
}

function drawEvent([x, y]: [number, number], tensor: MomentTensor | null): string {
  if (tensor === null)
    return element('path', { class: 'event', d: star(x, y, 11), fill: COLOR.synthetic, stroke: '#fff' });
  const transform = `translate(${coordinate(x)} ${coordinate(y)})`;
  return element(
    'g',
    { class: 'event', transform },
    element('circle', { r: BALL + 1.5, fill: '#ffffff' }) +
      element('path', { d: beachballPath(tensor, BALL), fill: COLOR.synthetic, 'fill-rule': 'evenodd' }) +
      element('circle', { r: BALL, fill: 'none', stroke: COLOR.ink, 'stroke-width': 1 }),
  );
}

function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.4;
    const a = (i * Math.PI) / 5;
    return `${coordinate(x + r * Math.sin(a))} ${coordinate(y - r * Math.cos(a))}`;
  });
  return `M${corners.join('L')}Z`;
}
