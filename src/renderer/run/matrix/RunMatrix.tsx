import { SegmentedControl, useComputedColorScheme } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import type { ProjectOverview } from '@/api';
import { count, duration, fixed, misfit } from '../../common/format';
import { Matrix, MatrixLegend, type LegendScale, type Look } from '../../matrix';
import { openPair, usePair } from '../../pair/store';
import { useEarlier } from '../../pairs/earlier';
import { earlierWords } from '../../pairs/earlierWords';
import { pairRows } from '../../pairs/table';
import { useSelection } from '../../select/store';
import { texts } from '../../texts';
import { isGoing, useRun } from '../store';
import { cellLook, valuesOf } from './cells';
import { STATE, type PairGrid } from './grid';
import { lookList, makeLooks, ofBefore, MEASURES, type Looks, type Measure } from './looks';
import { rangeOf, type Range } from './range';
import classes from './RunMatrix.module.css';
import { useGrid } from './useGrid';

const t = texts.runMatrix;

const END_FORMATS = { misfit: String, windows: count, seconds: (value: number) => `${value} s` };
const FORMATS: Record<Exclude<Measure, 'status'>, (value: number) => string> = {
  misfit,
  windows: count,
  seconds: (value) => (value < 10 ? `${fixed(value, 2)} s` : duration(value)),
};

function scaleOf(looks: Looks, measure: Measure, range: Range | null): LegendScale | null {
  if (measure === 'status' || range === null) return null;
  const format = END_FORMATS[measure];
  const colours = looks.scale.map(({ colour }) => colour);
  return {
    text: t.measures[measure],
    colours,
    low: `≤ ${format(short(range.low))}`,
    high: `≥ ${format(short(range.high))}`,
  };
}

/** The look that stands for any result. */
function sampleOf(looks: Looks, measure: Measure): Look {
  return measure === 'status' ? looks.done : looks.scale[Math.floor(looks.scale.length / 2)]!;
}

/** The ends of a scale by three digits: more would say that they are exact. */
const short = (value: number) => Number(value.toPrecision(3));

/** A pair in words: what the tooltip says, and what is read out. */
function describePair(grid: PairGrid, row: number, column: number): string[] {
  const pair = { event: grid.events[row]!, station: grid.stations[column]! };
  const cell = row * grid.stations.length + column;
  const title = `${pair.event} · ${pair.station}`;
  const line = pairRows.get(pair);
  const now = grid.active[cell] === 1 ? [t.active] : [];
  if (!line)
    return [title, ...now, ...(grid.states[cell] === STATE.lacking ? [t.lackingLong] : now.length ? [] : [t.none])];
  const { misfit: value, windows, seconds, status, reason } = line;
  const facts = status === 'failed' ? [] : [t.facts(misfit(value), windows)];
  return [
    title,
    ...now,
    ...(grid.earlier[cell] === 1 ? [texts.earlier.value] : []),
    texts.pairs.status[status],
    ...facts,
    FORMATS.seconds(seconds),
    ...(reason === '' ? [] : [reason]),
  ];
}

/** Events against stations, coloured as results arrive. */
export function RunMatrix({ project }: { project: ProjectOverview }) {
  const { grid, version } = useGrid(project);
  const dark = useComputedColorScheme('light') === 'dark';
  const [measure, setMeasure] = useLocalStorage<Measure>({ key: 'atoa-matrix-measure', defaultValue: 'misfit' });
  const looks = useMemo(() => makeLooks(dark), [dark]);
  useEarlier();
  const before = earlierWords(useRun((state) => isGoing(state.progress)));
  const withEarlier = before !== null;
  const list = useMemo(() => lookList(looks, measure, withEarlier), [looks, measure, withEarlier]);
  const { low, high, log } = useRange(grid, measure, version) ?? { low: null, high: null, log: false };
  const range = useMemo(() => (low === null || high === null ? null : { low, high, log }), [low, high, log]);
  const cell = useMemo(
    () => cellLook(grid, measure, range, list.length, withEarlier),
    [grid, measure, range, list, withEarlier],
  );
  const describe = useCallback((row: number, column: number) => describePair(grid, row, column), [grid]);
  const onOpen = useCallback(
    (row: number, column: number) => openPair({ event: grid.events[row]!, station: grid.stations[column]! }),
    [grid],
  );
  const open = usePair((state) => state.open);
  const events = useSelection((state) => state.events);
  const stations = useSelection((state) => state.stations);
  const isRowDim = useCallback((row: number) => !events.has(grid.events[row]!), [grid, events]);
  const isColumnDim = useCallback((column: number) => !stations.has(grid.stations[column]!), [grid, stations]);
  const entries = [
    ...(measure === 'status' ? [{ look: looks.done, text: texts.pairs.status.done }] : []),
    { look: looks.empty, text: texts.pairs.status.empty },
    { look: looks.failed, text: texts.pairs.status.failed },
    ...(before === null
      ? []
      : [{ look: ofBefore(sampleOf(looks, measure)), text: `${texts.earlier.legend}: ${before.count}` }]),
    { look: looks.active, text: t.active },
    { look: looks.none, text: t.none },
    { look: looks.lacking, text: t.lacking },
  ];
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <span className="dim">{t.colourBy}</span>
        <SegmentedControl
          aria-label={t.colourBy}
          value={measure}
          onChange={(value) => setMeasure(value as Measure)}
          data={MEASURES.map((value) => ({ value, label: t.measures[value] }))}
        />
      </div>
      <div className={classes.matrix}>
        <Matrix
          label={t.label(grid.events.length, grid.stations.length)}
          rows={grid.events}
          columns={grid.stations}
          looks={list}
          cell={cell}
          version={version}
          describe={describe}
          onOpen={onOpen}
          open={open && grid.placeOf(open)}
          isRowDim={isRowDim}
          isColumnDim={isColumnDim}
        >
          <MatrixLegend entries={entries} scale={scaleOf(looks, measure, range)} />
        </Matrix>
      </div>
    </div>
  );
}

/** The range of the colours. It follows the results, in steps of many: colours that change all the time tell nothing. */
function useRange(grid: PairGrid, measure: Measure, version: number): Range | null {
  const going = useRun((state) => isGoing(state.progress));
  const step = going && version > 32 ? 32 + Math.floor(version / 16) : version;
  return useMemo(() => {
    if (measure === 'status' || step < 0) return null;
    return rangeOf(valuesOf(grid, measure), grid.states, measure === 'windows');
  }, [grid, measure, step]);
}
