import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { RecordSection } from '@/core/model';
import { MapControls } from '../../map/MapControls';
import { useChartColours } from '../../pair/colours';
import { openPair } from '../../pair/store';
import { texts } from '../../texts';
import { usePlotColours } from '../colours';
import { SlicedPainter } from '../slicedPainter';
import { useAnalysis } from '../useAnalysis';
import { drawSection, traceAt, type SectionInput } from './draw';
import classes from './Section.module.css';
import { selectedStations } from './selected';
import { useSectionView } from './useSectionView';
import { placeTraces, spacingOf, wholeView, type Spacing } from './view';

const t = texts.results.section;
const REACH = 14;

export interface SectionSettings {
  spacing: Spacing;
  amplitude: number;
  observed: boolean;
  synthetic: boolean;
  windows: boolean;
}

/** The traces of an event; arrows walk through them, Enter or a click opens the pair. */
export function SectionSurface({ section, settings }: { section: RecordSection; settings: SectionSettings }) {
  const { spacing, amplitude, observed, synthetic, windows } = settings;
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const holderRef = useMergedRef(sized, holder);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<SlicedPainter<void> | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const plot = usePlotColours();
  const chart = useChartColours();
  const version = useAnalysis();
  const size = useMemo(() => ({ width, height }), [width, height]);
  const placed = useMemo(() => placeTraces(section.traces, spacing), [section, spacing]);
  const whole = useMemo(() => wholeView(placed), [placed]);
  const { view, ...control } = useSectionView(holder, whole, size);
  const { event, component } = section;
  const selected = useMemo(() => {
    void version;
    return selectedStations(event);
  }, [version, event]);
  const input = useMemo(
    (): SectionInput => ({
      ...{ placed, view, size, selected, active },
      amplitude: amplitude * spacingOf(placed),
      shown: { observed, synthetic, windows },
      titles: { time: texts.pair.secondsAfterOrigin, height: t.heights[spacing] },
      colours: { ...plot, observed: chart.observed, synthetic: chart.synthetic, window: chart.window },
    }),
    [placed, view, size, selected, active, amplitude, observed, synthetic, windows, spacing, plot, chart],
  );

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
  const onKeyDown = (key: KeyboardEvent) => {
    const here = placed.findIndex(({ trace }) => trace.station === active);
    const step = { ArrowUp: 1, ArrowDown: -1 }[key.key];
    if (step !== undefined) setActive(placed[Math.max(0, Math.min(placed.length - 1, here + step))].trace.station);
    else if (key.key === 'Enter' && active !== null) open(active);
    else if (!control.onKey(key)) return;
    key.preventDefault();
    key.stopPropagation();
  };
  const onPointerUp = (pointer: PointerEvent<HTMLElement>) => {
    if (!control.onPointerUp()) return;
    const trace = traceAt(input, pointer.clientY - pointer.currentTarget.getBoundingClientRect().top, REACH);
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
        role="application"
        aria-label={t.label(event, component, placed.length)}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={control.onPointerDown}
        onPointerMove={control.onPointerMove}
        onPointerUp={onPointerUp}
        onDoubleClick={control.reset}
      >
        <canvas ref={canvas} className={classes.canvas} />
      </div>
      <div className={classes.controls}>
        <MapControls onZoom={control.zoom} onFit={control.reset} />
      </div>
      <span className={classes.hidden} role="status">
        {told && t.trace(told.station, told.distanceKm, told.windows.length)}
      </span>
    </div>
  );
}
