import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { placeByKey } from '../../common/listKeys';
import { openPair } from '../../pair/store';
import type { Listing } from '../analysis/listing';
import { setBrush, useResults } from '../state';
import { columns } from '../table';
import { placeOf, type Level } from './columns';

function open(level: Level, index: number): void {
  const place = placeOf(level, columns, index);
  if (place < 0) return;
  const { event, station } = columns.pairs;
  openPair({ event: columns.events.list[event[place]], station: columns.stations.list[station[place]] });
}

const NOTHING: ReadonlySet<number> = new Set();

/** The lines that were picked in a table. */
export function usePicked(level: Level): ReadonlySet<number> {
  return useResults(({ brushes }) => {
    const brush = brushes.get(`${level}-table`);
    if (brush?.kind === 'pairs') return brush.places;
    return brush?.kind === 'windows' ? brush.rows : NOTHING;
  });
}

function pick(level: Level, lines: ReadonlySet<number>): void {
  const brush =
    level === 'pair' ? { kind: 'pairs' as const, places: lines } : { kind: 'windows' as const, rows: lines };
  setBrush(`${level}-table`, lines.size === 0 ? null : brush);
}

interface TableKeys {
  /** The line with the keyboard's focus, as its place or row. */
  active: number | null;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(): void;
  onClick(line: number, event: MouseEvent): void;
  /** Picks a line, or no longer. */
  toggle(line: number): void;
}

/** Keyboard and pointer of a table: arrows, Page, Home and End move, Enter or a click opens the pair; Space or a click with
 *  Ctrl picks a line, Shift all up to it. */
export function useTableKeys(level: Level, listing: Listing, reveal: (index: number) => void): TableKeys {
  const [active, setActive] = useState<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const picked = usePicked(level);

  const toggle = (line: number) => {
    const next = new Set(picked);
    if (!next.delete(line)) next.add(line);
    pick(level, next);
    setAnchor(line);
  };
  const pickUpTo = (line: number) => {
    const [from, to] = [listing.order.indexOf(anchor ?? active ?? line), listing.order.indexOf(line)];
    pick(level, new Set(listing.order.subarray(Math.min(from, to), Math.max(from, to) + 1)));
    setAnchor(anchor ?? active ?? line);
  };

  return {
    active,
    toggle,
    onFocus: () => setActive((line) => line ?? listing.order[0] ?? null),
    onClick: (line, event) => {
      setActive(line);
      if (event.shiftKey) pickUpTo(line);
      else if (event.ctrlKey || event.metaKey) toggle(line);
      else open(level, line);
    },
    onKeyDown: (event) => {
      const { order } = listing;
      if (order.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const here = active === null ? -1 : order.indexOf(active);
      const to = placeByKey(event.key, here, order.length);
      if (to !== null) {
        if (event.shiftKey) pickUpTo(order[to]);
        setActive(order[to]);
        reveal(to);
      } else if (event.key === 'Enter' && active !== null) open(level, active);
      else if (event.key === ' ' && active !== null) toggle(active);
      else return;
      event.preventDefault();
    },
  };
}
