import type { GeoProjection } from 'd3-geo';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { ProjectOverview } from '@/api';
import type { Ends } from '../analysis/ends';
import { texts } from '../../texts';
import { columns } from '../table';
import { vectorOf, type Vector } from './arc';
import { SlicedPainter } from '../slicedPainter';
import { drawRays, type DrawnRays, type RayInput } from './rays';
import type { ColourScale } from './scale';

type Placed = { latitude: number | null; longitude: number | null };

function vectors(names: readonly string[], items: ReadonlyMap<string, Placed>): (Vector | null)[] {
  return names.map((name) => {
    const { latitude = null, longitude = null } = items.get(name) ?? {};
    return latitude === null || longitude === null ? null : vectorOf(latitude, longitude);
  });
}

/** Keeps a canvas with the rays of pairs as the map stands.
 *  @param scale null where no rays are wanted */
export function useRays(
  canvas: RefObject<HTMLCanvasElement | null>,
  scale: ColourScale | null,
  ends: Ends,
  project: ProjectOverview,
  projection: GeoProjection,
  size: { width: number; height: number },
) {
  const painter = useRef<SlicedPainter<DrawnRays> | null>(null);
  const [drawn, setDrawn] = useState<DrawnRays | null>(null);
  const places = useMemo(
    () => ({
      events: new Map(project.events.map((event): [string, Placed] => [event.id, event])),
      stations: new Map(project.stations.map((station): [string, Placed] => [station.code, station])),
    }),
    [project],
  );

  useEffect(() => {
    const made = new SlicedPainter<DrawnRays>(canvas.current!, setDrawn);
    painter.current = made;
    return () => made.clear();
  }, [canvas]);
  const inputWith = useCallback(
    (colours: ColourScale): RayInput | null =>
      ends.pairs && {
        values: ends.pairs,
        eventOf: ends.eventOf,
        stationOf: ends.stationOf,
        events: vectors(columns.events.list, places.events),
        stations: vectors(columns.stations.list, places.stations),
        scale: colours,
        projection,
        width: size.width,
      },
    [ends, places, projection, size.width],
  );
  useEffect(() => {
    const input = scale && inputWith(scale);
    if (!input || size.width === 0) {
      painter.current?.clear();
      return;
    }
    const view = [projection.scale(), ...projection.rotate(), ...projection.center(), size.width, size.height].join();
    painter.current?.paint({ draw: (context) => drawRays(context, input), size, view });
  }, [scale, inputWith, projection, size]);

  return {
    /** The rays in other colours; null where there are none. */
    inputWith,
    /** The place of the ray at a pixel; -1 without one. */
    at: (x: number, y: number, reach: number) => (scale ? (drawn?.at(x, y, reach) ?? -1) : -1),
    note: drawn && texts.results.map.drawn(drawn.places.length, drawn.total),
  };
}
