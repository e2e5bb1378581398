import { VisuallyHidden } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
} from 'react';
import type { RecordSection, SectionTrace } from '@/core/model';
import type { MenuItem } from '../../common/contextMenu/store';
import type { Picture } from '../../common/picture';
import { MapControls } from '../../map/MapControls';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import plot from '../plot.module.css';
import { SlicedPainter } from '../slicedPainter';
import { drawSection, traceAt } from './draw';
import { sectionPicture } from './picture';
import classes from './Section.module.css';
import type { SectionSettings } from './settings';
import { useSectionInput } from './useSectionInput';
import { useSectionView } from './useSectionView';

const t = texts.results.section;
const REACH = 14;
/** The name of a trace stands so far beside the pointer, px. */
const BESIDE = 14;

/** What others want of a record section. */
export interface SectionHandle {
  /** What can be done at a place of the window; without one, with the trace that has the focus. */
  items(at: { clientX: number; clientY: number } | null): MenuItem[];
  picture(): Picture;
}

interface SectionSurfaceProps {
  section: RecordSection;
  settings: SectionSettings;
  ref: Ref<SectionHandle>;
}

interface Hovered {
  trace: SectionTrace;
  x: number;
  y: number;
}

const words = ({ station, distanceKm, azimuthDeg, windows }: SectionTrace) =>
  t.trace(station, distanceKm, azimuthDeg, windows.length);

/** The traces of an event; arrows walk through them, Enter or a click opens the pair. */
export function SectionSurface({ section, settings, ref }: SectionSurfaceProps) {
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const holderRef = useMergedRef(sized, holder);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<SlicedPainter<void> | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const size = useMemo(() => ({ width, height }), [width, height]);
  const { whole, inputOf } = useSectionInput(section, settings, size, active);
  const { view, ...control } = useSectionView(holder, whole, size);
  const input = useMemo(() => inputOf(view), [inputOf, view]);
  const { placed } = input;
  const { event, component } = section;

  useEffect(() => {
    painter.current = new SlicedPainter<void>(canvas.current!, () => undefined);
    return () => painter.current?.clear();
  }, []);
  useEffect(() => {
    const { from, to, low, high } = input.view;
    const key = [from, to, low, high, input.size.width, input.size.height].join();
    if (input.size.width > 0) {
      painter.current?.paint({ draw: (context) => drawSection(context, input), size: input.size, view: key });
    }
  }, [input]);

  const open = (station: string) => openPair({ event, station });
  const traceUnder = ({ clientY }: { clientY: number }) =>
    traceAt(input, clientY - holder.current!.getBoundingClientRect().top, REACH);
  useImperativeHandle(ref, () => ({
    items(at) {
      const station = at ? traceUnder(at)?.station : active;
      if (!station) return [];
      return [{ text: texts.results.menu.open(`${event} ${station}`), run: () => open(station) }];
    },
    picture: () => sectionPicture(section, input),
  }));
  const onKeyDown = (key: KeyboardEvent) => {
    const here = placed.findIndex(({ trace }) => trace.station === active);
    const step = { ArrowUp: 1, ArrowDown: -1 }[key.key];
    if (step !== undefined) setActive(placed[Math.max(0, Math.min(placed.length - 1, here + step))]!.trace.station);
    else if (key.key === 'Enter' && active !== null) open(active);
    else if (!control.onKey(key)) return;
    key.preventDefault();
    key.stopPropagation();
  };
  const onPointerMove = (pointer: PointerEvent<HTMLElement>) => {
    control.onPointerMove(pointer);
    const { left, top } = pointer.currentTarget.getBoundingClientRect();
    const trace = pointer.buttons === 0 ? traceUnder(pointer) : null;
    setHovered(trace && { trace, x: pointer.clientX - left, y: pointer.clientY - top });
  };
  const onPointerUp = (pointer: PointerEvent<HTMLElement>) => {
    if (!control.onPointerUp()) return;
    const trace = traceUnder(pointer);
    if (!trace) return;
    setActive(trace.station);
    open(trace.station);
  };
  const told = section.traces.find(({ station }) => station === active);

  return (
    <div className={classes.holder}>
      <div
        ref={holderRef}
        className={classes.surface}
        data-pointing={hovered !== null || undefined}
        role="application"
        aria-label={t.label(event, component, placed.length)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={control.onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setHovered(null)}
        onDoubleClick={control.reset}
      >
        <canvas ref={canvas} className={plot.canvas} />
      </div>
      <div className={classes.controls}>
        <MapControls onZoom={control.zoom} onFit={control.reset} />
      </div>
      {hovered && <Told {...hovered} width={width} />}
      <VisuallyHidden role="status">{told && words(told)}</VisuallyHidden>
    </div>
  );
}

/** The trace that is pointed at; on the pointer's other side where there is no room. */
function Told({ trace, x, y, width }: Hovered & { width: number }) {
  const across = x > width / 2 ? { right: width - x + BESIDE } : { left: x + BESIDE };
  return (
    <div className={plot.tooltip} style={{ ...across, top: Math.max(2, y - 26) }} role="tooltip">
      {words(trace)}
    </div>
  );
}
