import { VisuallyHidden } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { count, duration, fixed, misfit } from '../common/format';
import { openPair } from '../pair/store';
import { texts } from '../texts';
import type { SortKey } from './order';
import classes from './PairTable.module.css';
import type { PairRow } from './rows';
import { HandSign, StatusCell } from './StatusCell';

interface Column {
  key: SortKey;
  numeric: boolean;
  cell: (row: PairRow) => ReactNode;
}

/** The columns of the table of pairs, in order. Their widths stand in the style sheet. */
export const COLUMNS: Column[] = [
  {
    key: 'status',
    numeric: false,
    cell: (row) => (
      <>
        <StatusCell status={row.status} /> <HandSign verdict={row.hand} />
      </>
    ),
  },
  { key: 'event', numeric: false, cell: (row) => row.event },
  { key: 'station', numeric: false, cell: (row) => row.station },
  { key: 'misfit', numeric: true, cell: (row) => misfit(row.misfit) },
  { key: 'windows', numeric: true, cell: (row) => (row.status === 'failed' ? '–' : count(row.windows)) },
  {
    key: 'distanceKm',
    numeric: true,
    cell: (row) => (row.distanceKm === null ? '–' : `${fixed(row.distanceKm, 0)} km`),
  },
  {
    key: 'seconds',
    numeric: true,
    cell: (row) => (row.seconds < 10 ? `${fixed(row.seconds, 2)} s` : duration(row.seconds)),
  },
  { key: 'reason', numeric: false, cell: (row) => row.reason },
];

interface PairLineProps {
  place: number;
  row: PairRow;
  top: number;
  index: number;
  active: boolean;
  open: boolean;
  /** Its values are of before the run that does it again. */
  earlier: boolean;
  onClick: (place: number) => void;
}

export const PairLine = memo(function PairLine(props: PairLineProps) {
  const { place, row, top, index, active, open, earlier, onClick } = props;
  return (
    <div
      id={`pair-${place}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      className={classes.row}
      data-active={active || undefined}
      data-earlier={earlier || undefined}
      style={{ transform: `translateY(${top}px)` }}
      title={[...(earlier ? [texts.earlier.value] : []), row.reason].filter(Boolean).join(' · ') || undefined}
      onClick={() => onClick(place)}
    >
      {COLUMNS.map(({ key, numeric, cell }) => (
        <span key={key} role="gridcell" className={classes.cell} data-column={key} data-numeric={numeric || undefined}>
          {cell(row)}
          {earlier && key === 'status' && <VisuallyHidden>{texts.earlier.value}</VisuallyHidden>}
        </span>
      ))}
      <span role="gridcell" className={classes.tools}>
        <button
          type="button"
          className={classes.log}
          tabIndex={-1}
          aria-label={texts.runViews.log(`${row.event} ${row.station}`)}
          onClick={(event) => {
            event.stopPropagation();
            openPair(row, 'log');
          }}
        >
          {texts.pair.log}
        </button>
      </span>
    </div>
  );
});
