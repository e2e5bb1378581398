import { useEffect, useImperativeHandle, useMemo, useRef, useState, type PointerEvent, type Ref } from 'react';
import type { ProjectOverview } from '@/api';
import { prepareCanvas } from '../../common/canvas';
import type { MenuItem } from '../../common/contextMenu/store';
import type { Picture } from '../../common/picture';
import { MapControls } from '../../map/MapControls';
import { mapViewItems } from '../../map/mapMenu';
import { mapKeys } from '../../map/mapKeys';
import { idsOf, symbolsWithin } from '../../map/shape';
import { placeSymbols, symbolAt, type MapSymbol } from '../../map/symbols';
import type { Tool } from '../../map/tools';
import { useMapFrame } from '../../map/useMapFrame';
import { useOutline } from '../../map/useOutline';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import type { Ends } from '../analysis/ends';
import { usePlotColours } from '../colours';
import { Drawn } from '../Drawn';
import { joined, openPlace } from '../menu/items';
import plot from '../plot.module.css';
import { columns } from '../table';
import type { MapChoice } from './MapBar';
import { endItems } from './mapMenu';
import { useMarked } from './marked';
import { mapPicture } from './picture';
import classes from './ResultsMap.module.css';
import { stepOf, type ColourScale } from './scale';
import { ScaleLegend } from './ScaleLegend';
import { selectEnds, toggleEnd, useSelectedEnds } from './select';
import { paintEnds } from './symbols';
import { useRays } from './useRays';
import { SymbolValue, titleOf, valueOf } from './values';

const t = texts.results.map;
const REACH = 4;
/** Events and stations are smaller where the rays between them are looked at. */
const RAY_ENDS = 0.6;

/** What others want of the map. */
export interface MapHandle {
  /** What can be done at a place of the window; without one, with the map as a whole. */
  items(at: { clientX: number; clientY: number } | null): MenuItem[];
  picture(): Picture;
}

interface MapSurfaceProps {
  project: ProjectOverview;
  ends: Ends;
  scale: ColourScale | null;
  /** The same in the colours of paper. */
  paperScale: () => ColourScale | null;
  choice: MapChoice;
  tool: Tool;
  ref: Ref<MapHandle>;
}

/** The map itself: a click or a line around them selects events and stations, a click on a ray opens its pair. */
export function MapSurface({ project, ends, scale, paperScale, choice, tool, ref }: MapSurfaceProps) {
  const colours = usePlotColours();
  const base = useRef<HTMLCanvasElement>(null);
  const middle = useRef<HTMLCanvasElement>(null);
  const top = useRef<HTMLCanvasElement>(null);
  const { holderRef, size, camera, moving, control, projection, atlas } = useMapFrame(project, base);
  const isOfRays = choice.layer === 'rays';
  const symbols = useMemo(() => {
    const all = placeSymbols(project.events, project.stations, projection);
    return isOfRays ? all.map((each) => ({ ...each, radius: each.radius * RAY_ENDS })) : all;
  }, [project, projection, isOfRays]);
  const selected = useSelectedEnds();
  const marked = useMarked((state) => state.marked);
  const drawing = useOutline(tool);
  const [pointed, setPointed] = useState<MapSymbol | null>(null);
  const rays = useRays(middle, isOfRays ? scale : null, ends, project, projection, size);

  useEffect(() => {
    if (size.width === 0) return;
    const look = (symbol: MapSymbol) => {
      const value = isOfRays ? NaN : valueOf(ends, symbol);
      const colour = scale && !Number.isNaN(value) ? scale.colours[stepOf(scale, value)] : null;
      const isMarked = (symbol.kind === 'events' ? marked?.event : marked?.station) === symbol.id;
      return { colour, selected: isMarked || (selected?.[symbol.kind].has(symbol.id) ?? false) };
    };
    paintEnds(prepareCanvas(top.current!, size), symbols, look, colours);
  }, [size, symbols, ends, scale, selected, marked, colours, isOfRays]);

  const fitTo = useRef(control.fitTo);
  useEffect(() => {
    fitTo.current = control.fitTo;
  });
  useEffect(() => {
    if (!marked || size.width === 0) return;
    const both = [
      ...project.events.filter(({ id }) => id === marked.event),
      ...project.stations.filter(({ code }) => code === marked.station),
    ];
    fitTo.current(
      both.flatMap(({ latitude, longitude }) =>
        latitude === null || longitude === null ? [] : [{ latitude, longitude }],
      ),
    );
  }, [marked, project, size.width]);

  const holder = useRef<HTMLDivElement>(null);
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top: above } = holder.current!.getBoundingClientRect();
    return [clientX - left, clientY - above] as const;
  };
  const title = titleOf(choice);
  useImperativeHandle(ref, () => ({
    items(place) {
      const symbol = place && symbolAt(symbols, ...at(place));
      if (symbol) return endItems(symbol);
      return joined(openPlace(place ? rays.at(...at(place), REACH) : -1), mapViewItems(control));
    },
    picture() {
      const paper = paperScale();
      const shown = { title, size, projection, atlas, kind: camera.kind, symbols, scale: paper };
      return mapPicture({
        ...shown,
        valueOf: (symbol) => valueOf(ends, symbol),
        rays: isOfRays && paper ? rays.inputWith(paper) : null,
      });
    },
  }));
  const click = (event: PointerEvent) => {
    const [x, y] = at(event);
    const symbol = symbolAt(symbols, x, y);
    if (symbol && (event.shiftKey || event.ctrlKey)) return toggleEnd(symbol.kind, symbol.id);
    if (symbol) return selectEnds({ [symbol.kind]: new Set([symbol.id]) });
    const place = rays.at(x, y, REACH);
    if (place < 0) return selectEnds({});
    const { event: events, station } = columns.pairs;
    openPair({ event: columns.events.list[events[place]], station: columns.stations.list[station[place]] });
  };

  return (
    <div className={classes.map} ref={holder}>
      <div
        ref={holderRef}
        className={classes.surface}
        data-tool={tool}
        role="application"
        aria-label={t.label(title)}
        tabIndex={0}
        onKeyDown={mapKeys(control)}
        onPointerDown={(event) => {
          if (!drawing.onPointerDown(event)) control.onPointerDown(event);
        }}
        onPointerMove={(event) => {
          drawing.onPointerMove(event);
          control.onPointerMove(event);
          setPointed(event.buttons === 0 ? symbolAt(symbols, ...at(event)) : null);
        }}
        onPointerUp={(event) => {
          const drawn = drawing.onPointerUp();
          const isClick = control.onPointerUp(event) || tool !== 'pan';
          if (drawn) selectEnds(setsOf(symbolsWithin([...symbols], drawn, 'both')));
          else if (isClick && event.button === 0) click(event);
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <canvas ref={base} className={plot.canvas} />
        <canvas ref={middle} className={`${plot.canvas} ${moving ? classes.moving : ''}`} />
        <canvas ref={top} className={plot.canvas} />
        <Drawn shape={drawing.shape} />
      </div>
      <MapControls onZoom={control.zoomBy} onFit={control.fit} />
      {scale && <ScaleLegend scale={scale} title={title} note={isOfRays ? rays.note : null} />}
      {pointed && !moving && <SymbolValue symbol={pointed} ends={ends} />}
    </div>
  );
}

function setsOf(symbols: MapSymbol[]) {
  const { events, stations } = idsOf(symbols, 'both');
  return { events: new Set(events), stations: new Set(stations) };
}
