import { useComputedColorScheme } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { needsResponse } from '@/core/config';
import { isLimiting } from '@/core/model';
import { count } from '../common/format';
import { inSlices } from '../common/slices';
import { Matrix, MatrixLegend, type Area, type AreaKeys } from '../matrix';
import { texts } from '../texts';
import { allLooks, countStates, looksOf, STATES, stateOf, stateTable } from './availability';
import classes from './AvailabilityView.module.css';
import { limitsOf } from './filters';
import { useFilters } from './filterStore';
import { cellsOf, usePairPlan } from './pairPlan';
import { DONE, KINDS, OUTSIDE } from './plan';
import { combine, modeOf, toggle, useSelection } from './store';
import type { Shown } from './useShown';

const t = texts.select;
const FOUND_BITS = 31;

/** Numbers from one of a pair of drag ends to the other, both within. */
function between<T>(items: readonly T[], a: number, b: number): T[] {
  return items.slice(Math.min(a, b), Math.max(a, b) + 1);
}

const NONE = new Uint8Array(KINDS);

/** Which kinds of cells a project has: none until all were looked at. */
function useKinds(project: ProjectOverview): Uint8Array {
  const [kinds, setKinds] = useState<Uint8Array>(NONE);
  useEffect(() => inSlices(cellsOf(project).kinds(), setKinds), [project]);
  return kinds;
}

/** What there is of each pair, and what lacks: events by stations, as the filters show them. */
export function AvailabilityView({ project, shown }: { project: ProjectOverview; shown: Shown }) {
  const dark = useComputedColorScheme('light') === 'dark';
  const selectedEvents = useSelection((state) => state.events);
  const selectedStations = useSelection((state) => state.stations);
  const counted = usePairPlan((state) => state.counted);
  const version = usePairPlan((state) => state.version);
  const withResponse = needsResponse(project.parameters);
  const rows = useMemo(() => shown.events.map(({ id }) => id), [shown]);
  const columns = useMemo(() => shown.stations.map(({ code }) => code), [shown]);
  const looks = useMemo(() => allLooks(dark), [dark]);

  const model = useMemo(() => {
    const places = new Map(project.events.map(({ id }, row) => [id, row]));
    const spots = new Map(project.stations.map(({ code }, column) => [code, column]));
    const rowOf = Uint32Array.from(rows, (id) => places.get(id)!);
    const columnOf = Uint32Array.from(columns, (code) => spots.get(code)!);
    const rowSelected = rows.map((id) => selectedEvents.has(id));
    const columnSelected = columns.map((code) => selectedStations.has(code));
    const table = stateTable(withResponse);
    const cells = cellsOf(project);
    const bitsOf = (row: number, column: number) => {
      const [at, along] = [rowOf[row]!, columnOf[column]!];
      const bits = cells.row(at)[along]! & ~DONE;
      return cells.isWithin(at, along) ? bits : bits | OUTSIDE;
    };
    const along = Uint8Array.from(columnSelected, (isSelected) => (isSelected ? STATES.length : 0));
    /** The looks of a row, without a call for each cell: there may be millions. */
    const row = (place: number, lineLooks: Uint8Array, first: number, past: number) => {
      const line = cells.row(rowOf[place]!);
      const limited = cells.isLimited;
      for (let column = first; column < past; column++) {
        const bits = limited ? bitsOf(place, column) : line[columnOf[column]!]! & ~DONE;
        lineLooks[column] = table[bits]! + (rowSelected[place] ? along[column]! : 0);
      }
    };
    return {
      bitsOf,
      row,
      cell: (row: number, column: number) =>
        table[bitsOf(row, column)]! + (rowSelected[row] && columnSelected[column] ? STATES.length : 0),
      isRowDim: (row: number) => !rowSelected[row],
      isColumnDim: (column: number) => !columnSelected[column],
    };
  }, [project, rows, columns, selectedEvents, selectedStations, withResponse]);

  const describe = useCallback(
    (row: number, column: number) => {
      const bits = model.bitsOf(row, column);
      const lacking = stateOf(bits & FOUND_BITS, withResponse);
      const lines = [`${rows[row]} · ${columns[column]}`, t.stateHints[lacking]];
      if ((bits & OUTSIDE) !== 0) lines.push(t.stateHints.outside);
      return [...lines, model.isRowDim(row) || model.isColumnDim(column) ? t.notSelected : t.selected];
    },
    [model, rows, columns, withResponse],
  );
  const onArea = ({ from, to }: Area, keys: AreaKeys) =>
    combine(modeOf(keys), {
      events: between(rows, from.row, to.row),
      stations: between(columns, from.column, to.column),
    });
  const limited = useFilters((filters) => isLimiting(limitsOf(filters)));
  const kinds = useKinds(project);
  const entries = useMemo(() => {
    if (!counted) return [];
    const counts = countStates(counted.histogram, withResponse);
    const there = countStates(kinds, withResponse);
    const named = STATES.filter((state) => counts[state] > 0 || there[state] > 0 || (state === 'outside' && limited));
    return named.map((state) => ({ look: looksOf(dark)[state], text: `${t.states[state]} ${count(counts[state])}` }));
  }, [counted, kinds, limited, withResponse, dark]);
  const stamp = useMemo(() => ({ version, model }), [version, model]);

  return (
    <Matrix
      label={t.availability}
      rows={rows}
      columns={columns}
      looks={looks}
      cell={model.cell}
      row={model.row}
      version={stamp}
      describe={describe}
      isRowDim={model.isRowDim}
      isColumnDim={model.isColumnDim}
      onArea={onArea}
      onOpen={(row, column) => combine('replace', { events: [rows[row]!], stations: [columns[column]!] })}
      onRow={(row) => toggle('events', rows[row]!)}
      onColumn={(column) => toggle('stations', columns[column]!)}
    >
      <div className={classes.foot}>
        <span className="dim">{t.ofSelected}</span>
        <MatrixLegend entries={entries} />
        <span className={classes.hint}>{t.availabilityHint}</span>
      </div>
    </Matrix>
  );
}
