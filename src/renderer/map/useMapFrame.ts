import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { ProjectOverview } from '@/api';
import { prepareCanvas } from '../common/canvas';
import { inOwnTask } from '../common/ownTask';
import { projectionOf, type GeoPoint } from './camera';
import { useMapColours } from './colours';
import { paintBase } from './paint';
import { useAtlas } from './useAtlas';
import { useCamera } from './useCamera';

/** Pixels per radian from which on the fine atlas shows more than the coarse one. */
const FINE_FROM = 500;

type Placed = Pick<ProjectOverview, 'events' | 'stations'>;

function placed({ events, stations }: Placed): GeoPoint[] {
  return [...events, ...stations].flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude }],
  );
}

/** A map of a project's events and stations: its size, its camera, and land and sea on a canvas.
 *  @param base the canvas below all others */
export function useMapFrame(project: Placed, base: RefObject<HTMLCanvasElement | null>) {
  const { events, stations } = project;
  const colours = useMapColours();
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const holderRef = useMergedRef(sized, holder);
  const points = useMemo(() => placed({ events, stations }), [events, stations]);
  const size = useMemo(() => ({ width, height }), [width, height]);
  const { camera, moving, ...control } = useCamera(holder, points, size);
  const { kind, longitude, latitude, scale } = camera;
  const atlas = useAtlas(moving || scale < FINE_FROM);
  const projection = useMemo(
    () => projectionOf({ kind, longitude, latitude, scale }, size),
    [kind, longitude, latitude, scale, size],
  );
  useEffect(() => {
    if (size.width === 0) return;
    const paint = () => paintBase(prepareCanvas(base.current!, size), size, projection, atlas, colours, kind);
    // Where nothing moves it need not be there with the same frame.
    if (!moving) return inOwnTask(paint);
    paint();
  }, [base, size, projection, atlas, colours, kind, moving]);
  /** How many have no place. */
  const unplaced = events.length + stations.length - points.length;
  return { holderRef, size, camera, moving, control, projection, atlas, colours, unplaced };
}
