import { geoInterpolate } from 'd3-geo';
import type { Place } from '@/core/geodesy';
import type { Shape } from './scene';

/** A map's parts as SVG paths, and where event and station are on it. */
export interface MapView {
  /** What the sea fills. */
  outline: string;
  land: string;
  graticule: string;
  ray: string;
  /** Shapes over the map: its edge and what is written on it. */
  frame: Shape[];
  event: [number, number];
  station: [number, number];
}

/** Longitude and latitude, in d3's order. */
export function position({ longitude, latitude }: Place): [number, number] {
  return [longitude, latitude];
}

export function middle(event: Place, station: Place): [number, number] {
  return geoInterpolate(position(event), position(station))(0.5);
}

const POINTS = 64;

/** Points along the great circle from event to station. */
export function greatCircle(event: Place, station: Place): [number, number][] {
  const at = geoInterpolate(position(event), position(station));
  return Array.from({ length: POINTS + 1 }, (_, i) => at(i / POINTS));
}
