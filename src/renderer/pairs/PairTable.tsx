import { EmptyState } from '@mantine/core';
import { IconActivity, IconFilterOff } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type MouseEvent } from 'react';
import { pairId } from '@/core/model';
import { takesFocus } from '../common/focusHandover';
import { useRowWindow } from '../common/useRowWindow';
import { usePair } from '../pair/store';
import { HeaderCell } from '../common/HeaderCell';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import { openContextMenu } from '../common/contextMenu/store';
import { COLUMNS, PairLine } from './PairLine';
import { earlierMarks, useEarlier } from './earlier';
import classes from './PairTable.module.css';
import { cycleSorting, usePairTable } from './state';
import { rowMenu } from './rowMenu';
import { pairRows, pairView } from './table';
import { useNoResults } from './useNoResults';
import { usePairKeys } from './usePairKeys';
import { usePairView } from './usePairView';

const t = texts.pairs;
const ROW_HEIGHT = 26;
/** Nobody reads rows that run: the newest come into sight some times a second. */
const FOLLOW_MS = 150;

/** Keeps the newest row in sight, while a run goes and rows stand in order of arrival. */
function useFollow(version: number, reveal: (index: number) => void): void {
  const follow = usePairTable((state) => state.follow && state.sorting === null);
  const going = useRun((state) => isGoing(state.progress));
  const looking = usePair((state) => state.open !== null);
  const timer = useRef<number | null>(null);
  useEffect(() => {
    if (!follow || !going || looking) return;
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      if (pairView.order.length > 0) reveal(pairView.order.length - 1);
    }, FOLLOW_MS);
  }, [version, follow, going, looking, reveal]);
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current);
      timer.current = null;
    },
    [follow, going, looking, reveal],
  );
}

/** Brings the open pair's row into sight when another is opened, by key or by click. */
function useRevealOpen(reveal: (index: number) => void): void {
  const open = usePair((state) => state.open);
  useEffect(() => {
    const index = open ? pairView.order.indexOf(pairRows.placeOf(open)) : -1;
    if (index >= 0) reveal(index);
  }, [open, reveal]);
}

function Empty() {
  const text = useNoResults(t.noneHint);
  const none = pairRows.rows.length === 0;
  return (
    <EmptyState
      className={classes.empty}
      size="sm"
      icon={none ? <IconActivity size={32} stroke={1.4} /> : <IconFilterOff size={32} stroke={1.4} />}
      title={none ? text.title : t.noMatch}
      description={none ? text.hint : undefined}
    />
  );
}

/** The live table of pairs: only the rows in sight are drawn, whatever their number. */
export function PairTable() {
  const version = usePairView();
  useEarlier();
  const sorting = usePairTable((state) => state.sorting);
  const open = usePair((state) => (state.open ? pairId(state.open) : null));
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const attach = useCallback((element: HTMLDivElement) => {
    setScroller(element);
    const leave = takesFocus(element);
    return () => {
      leave();
      setScroller(null);
    };
  }, []);
  const { order } = pairView;
  const visible = useRowWindow(scroller, order.length, ROW_HEIGHT);
  const keys = usePairKeys(visible.reveal);
  useFollow(version, visible.reveal);
  useRevealOpen(visible.reveal);
  useEffect(() => {
    scroller?.scrollTo({ top: 0 });
  }, [scroller, sorting]);

  // A row that is scrolled out of sight is not there to be pointed at.
  const isDrawn = visible.rows.some((index) => order[index] === keys.active);
  const showMenu = (event: MouseEvent) => {
    const element = (event.target as Element).closest('[role=row]') ?? document.getElementById(`pair-${keys.active}`);
    const row = pairRows.rows[Number(/^pair-(\d+)$/.exec(element?.id ?? '')?.[1])];
    if (row) openContextMenu(event, texts.contextMenu.of(`${row.event} ${row.station}`), rowMenu(row), element);
  };

  return (
    <div
      ref={attach}
      className={classes.scroller}
      role="grid"
      aria-label={t.table}
      aria-rowcount={order.length + 1}
      aria-activedescendant={isDrawn ? `pair-${keys.active}` : undefined}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onContextMenu={showMenu}
    >
      <div className={classes.header} role="row" aria-rowindex={1}>
        {COLUMNS.map(({ key, numeric }) => (
          <HeaderCell
            key={key}
            column={key}
            numeric={numeric}
            sorted={sorting?.key === key ? (sorting.descending ? 'desc' : 'asc') : false}
            onSort={() => cycleSorting(key)}
          >
            {t.columns[key]}
          </HeaderCell>
        ))}
      </div>
      {order.length === 0 && <Empty />}
      <div role="rowgroup" className={classes.rows} style={{ height: order.length * ROW_HEIGHT }}>
        {visible.rows.map((index) => {
          const place = order[index]!;
          const row = pairRows.rows[place]!;
          return (
            <PairLine
              key={index % visible.slots}
              place={place}
              row={row}
              top={index * ROW_HEIGHT}
              index={index}
              active={keys.active === place}
              open={open === pairId(row)}
              earlier={earlierMarks.has(row)}
              onClick={keys.click}
            />
          );
        })}
      </div>
    </div>
  );
}
