import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent, type PointerEvent } from 'react';
import type { ProjectOverview } from '@/api';
import { openContextMenu } from '../common/contextMenu/store';
import { scrollTo, setHover, toggle, useSelection } from '../select/store';
import type { Shown } from '../select/useShown';
import { texts } from '../texts';
import { MapControls } from './MapControls';
import { mapKeys } from './mapKeys';
import { mapMenu } from './mapMenu';
import { MapLegend } from './MapLegend';
import { MapTools } from './MapTools';
import { MapTooltip } from './MapTooltip';
import classes from './MapView.module.css';
import { paintAllSymbols, paintPointer } from './paintSymbols';
import { placeSymbols, symbolAt, type MapSymbol } from './symbols';
import { unmark, useMapTools, zoomToSelection } from './tools';
import { useMapFrame } from './useMapFrame';
import { useShape } from './useShape';
import { useWanted } from './useWanted';

const t = texts.select;

/** Events and stations on the offline map. A click selects or leaves out; by the tool that is chosen, a drag moves the
 *  map or selects what it encloses; the wheel zooms. */
export function MapView({ project, shown }: { project: ProjectOverview; shown: Shown }) {
  const { events, stations } = project;
  const base = useRef<HTMLCanvasElement>(null);
  const middle = useRef<HTMLCanvasElement>(null);
  const top = useRef<HTMLCanvasElement>(null);
  const { holderRef, size, camera, moving, control, projection, colours, unplaced } = useMapFrame(project, base);
  const symbols = useMemo(() => placeSymbols(shown.events, shown.stations, projection), [shown, projection]);
  const leftOut = useMemo(
    () => placeSymbols(shown.leftOut.events, shown.leftOut.stations, projection),
    [shown, projection],
  );
  const selectedEvents = useSelection((state) => state.events);
  const selectedStations = useSelection((state) => state.stations);
  const hover = useSelection((state) => state.hover);
  const tool = useMapTools((state) => state.tool);
  const marks = useMapTools((state) => state.marked);
  const [pointed, setPointed] = useState<MapSymbol | null>(null);
  const { shape, enclosed, ...drawing } = useShape(symbols);
  const hovered = symbols.find((symbol) => symbol.kind === hover?.kind && symbol.id === hover.id) ?? null;
  useWanted(project, size.width > 0, control);

  const isSelected = useCallback(
    ({ kind: list, id }: MapSymbol) => (list === 'events' ? selectedEvents : selectedStations).has(id),
    [selectedEvents, selectedStations],
  );
  useEffect(() => {
    if (size.width > 0) return paintAllSymbols(middle.current!, size, symbols, leftOut, isSelected, colours);
  }, [size, symbols, leftOut, isSelected, colours]);
  const marked = useMemo(() => {
    const isMarked = ({ kind, id }: MapSymbol) => marks.some((mark) => mark.kind === kind && mark.id === id);
    return marks.length === 0 ? [] : [...leftOut, ...symbols].filter(isMarked);
  }, [marks, leftOut, symbols]);
  useEffect(() => {
    if (size.width > 0) paintPointer(top.current!, size, { hovered, marked, shape }, isSelected, colours);
  }, [size, hovered, marked, shape, isSelected, colours]);

  const at = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return symbolAt(symbols, event.clientX - box.left, event.clientY - box.top);
  };
  const onPointerDown = (event: PointerEvent) => {
    unmark();
    if (!drawing.onPointerDown(event)) control.onPointerDown(event);
  };
  const onPointerMove = (event: PointerEvent) => {
    drawing.onPointerMove(event);
    control.onPointerMove(event);
    const symbol = event.buttons === 0 ? at(event) : null;
    setPointed(symbol);
    setHover(symbol && { kind: symbol.kind, id: symbol.id });
  };
  const onPointerUp = (event: PointerEvent) => {
    const moved = drawing.onPointerUp(event) || !(control.onPointerUp(event) || tool !== 'pan');
    const symbol = moved || event.button !== 0 ? null : at(event);
    if (!symbol) return;
    toggle(symbol.kind, symbol.id);
    scrollTo(symbol.kind, symbol.id);
  };
  const onPointerLeave = () => {
    setPointed(null);
    setHover(null);
  };
  const onContextMenu = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const symbol = event.button === 2 ? symbolAt(symbols, x, y) : hovered;
    const place = event.button === 2 ? (projection.invert?.([x, y]) ?? null) : null;
    openContextMenu(event, texts.contextMenu.of(symbol?.id ?? t.map), mapMenu(symbol, place, control));
  };
  const counted = (list: MapSymbol['kind']) => enclosed.filter((symbol) => symbol.kind === list).length;

  return (
    <section className={classes.map} aria-label={t.map}>
      <div
        ref={holderRef}
        className={classes.surface}
        data-tool={tool}
        data-pointing={pointed !== null || undefined}
        role="application"
        aria-label={`${t.mapLabel(events.length, stations.length)} ${t.mapKeys}`}
        tabIndex={0}
        onKeyDown={mapKeys(control)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={onPointerLeave}
        onContextMenu={onContextMenu}
      >
        <canvas ref={base} className={classes.canvas} />
        <canvas ref={middle} className={classes.canvas} />
        <canvas ref={top} className={classes.canvas} />
      </div>
      <MapTools />
      <MapControls onZoom={control.zoomBy} onFit={control.fit} onSelection={zoomToSelection} />
      <MapLegend camera={camera} unplaced={unplaced} />
      {pointed && !moving && <MapTooltip symbol={pointed} width={size.width} />}
      <div className={classes.drawing} role="status">
        {shape
          ? t.within(counted('events'), counted('stations'))
          : marks.length > 0
            ? t.marked(marks.map(({ id }) => id).join(' · '), marked.length)
            : tool !== 'pan' && t.toolHint}
      </div>
    </section>
  );
}
