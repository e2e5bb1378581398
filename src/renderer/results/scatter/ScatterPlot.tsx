import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useRef, type PointerEvent, type Ref } from 'react';
import { prepareCanvas } from '../../common/canvas';
import { outline } from '../../map/shape';
import type { Tool } from '../../map/tools';
import { useOutline } from '../../map/useOutline';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import type { Scatter } from '../analysis/scatter';
import { usePlotColours } from '../colours';
import { Drawn } from '../Drawn';
import plot from '../plot.module.css';
import { setBrush, useResults } from '../state';
import { columns } from '../table';
import { frameOf } from './frame';
import { nearestPlace } from './nearest';
import { paintScatter } from './paint';
import classes from './Scatter.module.css';

const t = texts.results;
const SOURCE = 'scatter';
const REACH = 9;

/** The pair of the point nearest to the pointer; -1 where none is near. */
export function placeUnder(scatter: Scatter, surface: Element, at: { clientX: number; clientY: number }): number {
  const { left, top, width, height } = surface.getBoundingClientRect();
  return nearestPlace(scatter, frameOf(scatter, { width, height }), at.clientX - left, at.clientY - top, REACH);
}

interface ScatterPlotProps {
  scatter: Scatter;
  tool: Tool;
  ref: Ref<HTMLDivElement>;
}

/** The plane of two measures: a line around points selects them, a click opens the pair of the nearest one. */
export function ScatterPlot({ scatter, tool, ref }: ScatterPlotProps) {
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useMergedRef(sized, ref);
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = usePlotColours();
  const brush = useResults((state) => state.brushes.get(SOURCE));
  const drawing = useOutline(tool);
  const { x, y, count } = scatter;
  const polygon = brush?.kind === 'area' && brush.x === x && brush.y === y ? brush.polygon : null;

  useEffect(() => {
    if (width === 0 || height === 0) return;
    const size = { width, height };
    paintScatter(prepareCanvas(canvas.current!, size), size, scatter, polygon, colours);
  }, [width, height, scatter, polygon, colours]);

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const frame = frameOf(scatter, { width, height });
    const drawn = drawing.onPointerUp();
    if (drawn) {
      const area = outline(drawn).map(([px, py]): [number, number] => [frame.fromX(px), frame.fromY(py)]);
      return setBrush(SOURCE, { kind: 'area', x, y, polygon: area });
    }
    const place = placeUnder(scatter, event.currentTarget, event);
    if (place < 0) return setBrush(SOURCE, null);
    const { event: events, station } = columns.pairs;
    openPair({ event: columns.events.list[events[place]], station: columns.stations.list[station[place]] });
  };

  return (
    <div
      ref={holder}
      className={classes.surface}
      role="img"
      aria-label={t.scatter.label(t.measures[y], t.measures[x], count)}
      onPointerDown={drawing.onPointerDown}
      onPointerMove={drawing.onPointerMove}
      onPointerUp={onPointerUp}
    >
      <canvas ref={canvas} className={plot.canvas} />
      <Drawn shape={drawing.shape} />
    </div>
  );
}
