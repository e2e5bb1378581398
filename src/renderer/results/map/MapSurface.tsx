import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { ProjectOverview } from '@/api';
import { count } from '../../common/format';
import { projectionOf, type GeoPoint } from '../../map/camera';
import { useMapColours } from '../../map/colours';
import { MapControls } from '../../map/MapControls';
import { paintBase } from '../../map/paint';
import { placeSymbols, symbolAt, type MapSymbol } from '../../map/symbols';
import { useAtlas } from '../../map/useAtlas';
import { useCamera } from '../../map/useCamera';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import type { Ends } from '../analysis/ends';
import { usePlotColours } from '../colours';
import { valueText } from '../histogram/words';
import { MEASURES } from '../measures';
import { columns } from '../table';
import type { MapChoice } from './MapBar';
import classes from './ResultsMap.module.css';
import { stepOf, type ColourScale } from './scale';
import { ScaleLegend } from './ScaleLegend';
import { selectEnds, toggleEnd, useSelectedEnds } from './select';
import { paintEnds } from './symbols';
import { enclosed, useOutline, type MapTool } from './useMapTool';
import { useRays } from './useRays';

const t = texts.results.map;
const REACH = 4;
/** Events and stations are smaller where the rays between them are looked at. */
const RAY_ENDS = 0.6;

function placed({ events, stations }: ProjectOverview): GeoPoint[] {
  return [...events, ...stations].flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude }],
  );
}

function valueOf(ends: Ends, { kind, id }: MapSymbol): number {
  const number = (kind === 'events' ? columns.events : columns.stations).find(id);
  return number === -1 ? NaN : (ends[kind].value[number] ?? NaN);
}

function titleOf({ measure, statistic }: MapChoice): string {
  if (statistic === 'count') return t.counts[MEASURES[measure].level];
  const { unit } = MEASURES[measure];
  return `${t.statistics[statistic]} ${texts.results.short[measure]}${unit === '' ? '' : `, ${unit}`}`;
}

/** Above a symbol that is pointed at: its name and its value. */
function SymbolValue({ symbol, ends }: { symbol: MapSymbol; ends: Ends }) {
  const value = valueOf(ends, symbol);
  const { measure, statistic } = ends.choice;
  const text = statistic === 'count' ? count(value) : valueText(measure, value);
  return (
    <div className={classes.tooltip} style={{ left: symbol.x, top: symbol.y - symbol.radius - 6 }} role="tooltip">
      <b>{symbol.id}</b> {Number.isNaN(value) ? t.noValue : text}
    </div>
  );
}

/** The map itself: a click or a line around them selects events and stations, a click on a ray opens its pair. */
export function MapSurface({
  project,
  ends,
  scale,
  choice,
  tool,
}: {
  project: ProjectOverview;
  ends: Ends;
  scale: ColourScale | null;
  choice: MapChoice;
  tool: MapTool;
}) {
  const mapColours = useMapColours();
  const colours = usePlotColours();
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const holderRef = useMergedRef(sized, holder);
  const base = useRef<HTMLCanvasElement>(null);
  const middle = useRef<HTMLCanvasElement>(null);
  const top = useRef<HTMLCanvasElement>(null);
  const points = useMemo(() => placed(project), [project]);
  const size = useMemo(() => ({ width, height }), [width, height]);
  const { camera, moving, ...control } = useCamera(holder, points, size);
  const { kind, longitude, latitude, scale: magnification } = camera;
  const projection = useMemo(
    () => projectionOf({ kind, longitude, latitude, scale: magnification }, size),
    [kind, longitude, latitude, magnification, size],
  );
  const atlas = useAtlas(moving);
  const symbols = useMemo(() => placeSymbols(project.events, project.stations, projection), [project, projection]);
  const selected = useSelectedEnds();
  const outline = useOutline(tool);
  const [pointed, setPointed] = useState<MapSymbol | null>(null);
  const rays = useRays(middle, choice.layer === 'rays' ? scale : null, ends, project, projection, size);

  useEffect(() => {
    if (width > 0) paintBase(base.current!, size, projection, atlas, mapColours, kind);
  }, [width, size, projection, atlas, mapColours, kind]);
  useEffect(() => {
    if (width === 0) return;
    const look = (symbol: MapSymbol) => {
      const value = choice.layer === 'rays' ? NaN : valueOf(ends, symbol);
      const colour = scale && !Number.isNaN(value) ? scale.colours[stepOf(scale, value)] : null;
      return { colour, selected: selected?.[symbol.kind].has(symbol.id) ?? false };
    };
    const shown =
      choice.layer === 'rays' ? symbols.map((each) => ({ ...each, radius: each.radius * RAY_ENDS })) : symbols;
    paintEnds(top.current!, size, shown, look, colours);
  }, [width, size, symbols, ends, scale, selected, colours, choice.layer]);

  const at = (event: PointerEvent) => {
    const { left, top: above } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - above] as const;
  };
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
    <div className={classes.map}>
      <div
        ref={holderRef}
        className={classes.surface}
        data-tool={tool}
        role="img"
        aria-label={t.label(titleOf(choice))}
        onPointerDown={(event) => {
          if (tool === 'pan') control.onPointerDown(event);
          outline.onPointerDown(event);
        }}
        onPointerMove={(event) => {
          if (tool === 'pan') control.onPointerMove(event);
          outline.onPointerMove(event);
          setPointed(event.buttons === 0 ? symbolAt(symbols, ...at(event)) : null);
        }}
        onPointerUp={(event) => {
          const isPan = tool === 'pan';
          const isClick = isPan && control.onPointerUp(event);
          const drawn = outline.onPointerUp();
          if (drawn) selectEnds(enclosed(symbols, drawn));
          else if (!isPan || isClick) click(event);
        }}
        onPointerLeave={() => setPointed(null)}
      >
        <canvas ref={base} className={classes.canvas} />
        <canvas ref={middle} className={classes.canvas} data-moving={moving || undefined} />
        <canvas ref={top} className={classes.canvas} />
        {outline.outline && (
          <svg className={classes.canvas} aria-hidden="true">
            <polygon className={classes.outline} points={outline.outline.map((point) => point.join()).join(' ')} />
          </svg>
        )}
      </div>
      <MapControls onZoom={control.zoomBy} onFit={control.fit} />
      {scale && <ScaleLegend scale={scale} title={titleOf(choice)} note={choice.layer === 'rays' ? rays.note : null} />}
      {pointed && !moving && <SymbolValue symbol={pointed} ends={ends} />}
    </div>
  );
}
