import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { ProjectOverview } from '@/api';
import { setHover, toggle, useSelection } from '../select/store';
import { texts } from '../texts';
import { projectionOf, type GeoPoint } from './camera';
import { useMapColours } from './colours';
import { MapControls } from './MapControls';
import { MapLegend } from './MapLegend';
import { MapTooltip } from './MapTooltip';
import classes from './MapView.module.css';
import { paintBase, paintSymbols } from './paint';
import { placeSymbols, symbolAt, type MapSymbol } from './symbols';
import { useAtlas } from './useAtlas';
import { useCamera } from './useCamera';

function placed(project: ProjectOverview): GeoPoint[] {
  return [...project.events, ...project.stations].flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude }],
  );
}

/** Events and stations on the offline map. A click selects or leaves out; drag and wheel move the map. */
export function MapView({ project }: { project: ProjectOverview }) {
  const { events, stations } = project;
  const colours = useMapColours();
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const holderRef = useMergedRef(sized, holder);
  const base = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const points = useMemo(() => placed(project), [project]);
  const size = useMemo(() => ({ width, height }), [width, height]);
  const { camera, moving, ...control } = useCamera(holder, points, size);
  const atlas = useAtlas(moving);
  const { kind, longitude, latitude, scale } = camera;
  const projection = useMemo(
    () => projectionOf({ kind, longitude, latitude, scale }, size),
    [kind, longitude, latitude, scale, size],
  );
  const symbols = useMemo(() => placeSymbols(events, stations, projection), [events, stations, projection]);
  const selectedEvents = useSelection((state) => state.events);
  const selectedStations = useSelection((state) => state.stations);
  const hover = useSelection((state) => state.hover);
  const [pointed, setPointed] = useState<MapSymbol | null>(null);
  const hovered = symbols.find((symbol) => symbol.kind === hover?.kind && symbol.id === hover.id) ?? null;

  useEffect(() => {
    if (size.width > 0) paintBase(base.current!, size, projection, atlas, colours);
  }, [size, projection, atlas, colours]);
  useEffect(() => {
    const selected = ({ kind: list, id }: MapSymbol) => (list === 'events' ? selectedEvents : selectedStations).has(id);
    if (size.width > 0) paintSymbols(overlay.current!, size, symbols, selected, hovered, colours);
  }, [size, symbols, selectedEvents, selectedStations, hovered, colours]);

  const at = (event: PointerEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return symbolAt(symbols, event.clientX - left, event.clientY - top);
  };
  const onPointerMove = (event: PointerEvent) => {
    control.onPointerMove(event);
    const symbol = event.buttons === 0 ? at(event) : null;
    setPointed(symbol);
    setHover(symbol && { kind: symbol.kind, id: symbol.id });
  };
  const onPointerUp = (event: PointerEvent) => {
    const symbol = control.onPointerUp(event) ? at(event) : null;
    if (symbol) toggle(symbol.kind, symbol.id);
  };
  const onPointerLeave = () => {
    setPointed(null);
    setHover(null);
  };

  return (
    <section className={classes.map} aria-label={texts.select.map}>
      <div
        ref={holderRef}
        className={classes.surface}
        data-pointing={pointed !== null || undefined}
        role="img"
        aria-label={texts.select.mapLabel(events.length, stations.length)}
        onPointerDown={control.onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={onPointerLeave}
      >
        <canvas ref={base} className={classes.canvas} />
        <canvas ref={overlay} className={classes.canvas} />
      </div>
      <MapControls onZoom={control.zoomBy} onFit={control.fit} />
      <MapLegend camera={camera} unplaced={events.length + stations.length - points.length} />
      {pointed && !moving && <MapTooltip symbol={pointed} width={width} />}
    </section>
  );
}
