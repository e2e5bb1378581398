import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type PointerEvent } from 'react';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import type { Scatter } from '../analysis/scatter';
import { usePlotColours } from '../colours';
import { useOutline, type MapTool } from '../map/useMapTool';
import { setBrush, useResults } from '../state';
import { columns } from '../table';
import { frameOf } from './frame';
import { nearestPlace } from './nearest';
import { paintScatter } from './paint';
import classes from './Scatter.module.css';

const t = texts.results;
const SOURCE = 'scatter';
const REACH = 9;

/** The plane of two measures: a line around points selects them, a click opens the pair of the nearest one. */
export function ScatterPlot({ scatter, tool }: { scatter: Scatter; tool: MapTool }) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = usePlotColours();
  const brush = useResults((state) => state.brushes.get(SOURCE));
  const outline = useOutline(tool);
  const { x, y, count } = scatter;
  const polygon = brush?.kind === 'area' && brush.x === x && brush.y === y ? brush.polygon : null;

  useEffect(() => {
    if (width > 0 && height > 0) paintScatter(canvas.current!, { width, height }, scatter, polygon, colours);
  }, [width, height, scatter, polygon, colours]);

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const frame = frameOf(scatter, { width, height });
    const drawn = outline.onPointerUp();
    if (drawn) {
      const area = drawn.map(([px, py]): [number, number] => [frame.fromX(px), frame.fromY(py)]);
      return setBrush(SOURCE, { kind: 'area', x, y, polygon: area });
    }
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const place = nearestPlace(scatter, frame, event.clientX - left, event.clientY - top, REACH);
    if (place < 0) return setBrush(SOURCE, null);
    const { event: events, station } = columns.pairs;
    openPair({ event: columns.events.list[events[place]], station: columns.stations.list[station[place]] });
  };

  return (
    <div
      ref={ref}
      className={classes.surface}
      role="img"
      aria-label={t.scatter.label(t.measures[y], t.measures[x], count)}
      onPointerDown={outline.onPointerDown}
      onPointerMove={outline.onPointerMove}
      onPointerUp={onPointerUp}
    >
      <canvas ref={canvas} className={classes.canvas} />
      {outline.outline && (
        <svg className={classes.canvas} aria-hidden="true">
          <polygon className={classes.outline} points={outline.outline.map((point) => point.join()).join(' ')} />
        </svg>
      )}
    </div>
  );
}
