import { Checkbox, Text } from '@mantine/core';
import { useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import { useEffect, useMemo, useRef, useState, type MouseEvent, type SyntheticEvent } from 'react';
import { texts } from '../texts';
import { HeaderCell } from '../common/HeaderCell';
import classes from './ItemTable.module.css';
import { openContextMenu } from '../common/contextMenu/store';
import { itemMenu } from './itemMenu';
import { ItemRow, ROW_HEIGHT } from './ItemRow';
import { revealed, useReveal } from './reveal';
import { setHover, setSelected, useSelection, type Kind } from './store';
import { features, type Features } from './table';
import { useListKeys } from './useListKeys';
import { useRowWindow } from '../common/useRowWindow';

interface ItemTableProps<T extends RowData> {
  kind: Kind;
  label: string;
  /** Already filtered. */
  items: T[];
  columns: ColumnDef<Features, T>[];
  /** CSS widths of the columns, after the one with the checkbox. */
  template: string;
  /** Ids of the columns that hold numbers. */
  numeric: ReadonlySet<string>;
  idOf: (item: T) => string;
  /** Shown where no item is. */
  empty: string;
}

/** Place in the list of the row that an event is of; null for none. Rows have no listeners of their own: they would be
 *  drawn again with each new one. */
function rowOf(kind: Kind, { target }: SyntheticEvent): number | null {
  const row = (target as Element).closest(`[id^="${kind}-row-"]`);
  return row === null ? null : Number(row.id.slice(`${kind}-row-`.length));
}

/** Scrolls to an item that was chosen elsewhere; the focus stays where it is. */
function useSought(kind: Kind, ids: string[], show: (index: number) => void): void {
  const sought = useSelection((state) => (state.sought?.kind === kind ? state.sought : null));
  const seen = useRef(sought);
  useEffect(() => {
    if (sought === null || sought === seen.current) return;
    seen.current = sought;
    const index = ids.indexOf(sought.id);
    if (index >= 0) show(index);
  });
}

/** A sortable list with checkboxes that draws only the rows in sight. Space or a click selects a row, Shift a range. */
export function ItemTable<T extends RowData>({
  kind,
  label,
  items,
  columns,
  template,
  numeric,
  idOf,
  empty,
}: ItemTableProps<T>) {
  const selected = useSelection((state) => state[kind]);
  const hovered = useSelection((state) => (state.hover?.kind === kind ? state.hover.id : null));
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const table = useTable({ features, columns, data: items });
  const rows = table.getRowModel().rows;
  const ids = useMemo(() => rows.map((row) => idOf(row.original)), [rows, idOf]);
  const visible = useRowWindow(scroller, rows.length, ROW_HEIGHT);
  const keys = useListKeys(kind, ids, (index) => visible.reveal(index));
  const wanted = useReveal((state) => (state.wanted?.kind === kind ? state.wanted.id : null));
  const { focusRow } = keys;
  const place = wanted === null ? -1 : ids.indexOf(wanted);
  useEffect(() => {
    if (!scroller || place < 0) return;
    focusRow(place);
    scroller.focus();
    revealed();
  }, [scroller, place, focusRow]);
  useSought(kind, ids, visible.reveal);
  const chosen = useMemo(() => ids.reduce((sum, id) => sum + (selected.has(id) ? 1 : 0), 0), [ids, selected]);
  // A row that is scrolled out of sight is not there to be pointed at.
  const isDrawn = keys.active !== null && keys.active >= visible.first && keys.active < visible.last;
  const showMenu = (event: MouseEvent) => {
    const index = rowOf(kind, event) ?? keys.active;
    const id = index === null ? undefined : ids[index];
    if (id === undefined) return;
    openContextMenu(
      event,
      texts.contextMenu.of(id),
      itemMenu(kind, id),
      document.getElementById(`${kind}-row-${index}`),
    );
  };
  const onClick = (event: MouseEvent) => {
    const index = rowOf(kind, event);
    if (index !== null) keys.click(index, event.shiftKey);
  };
  const onPointerOver = (event: SyntheticEvent) => {
    const index = rowOf(kind, event);
    setHover(index === null ? null : { kind, id: ids[index]! });
  };
  const widths = `34px ${template}`;

  return (
    <div
      ref={setScroller}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={isDrawn ? `${kind}-row-${keys.active}` : undefined}
      tabIndex={0}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClick={onClick}
      onPointerOver={onPointerOver}
      onPointerLeave={() => setHover(null)}
      onContextMenu={showMenu}
    >
      <div className={classes.header} role="row" style={{ gridTemplateColumns: widths }}>
        <span role="columnheader" className={classes.check}>
          <Checkbox
            aria-label={`${label}: ${texts.select.all}`}
            tabIndex={-1}
            checked={chosen > 0 && chosen === ids.length}
            indeterminate={chosen > 0 && chosen < ids.length}
            onChange={() => setSelected(kind, ids, chosen < ids.length)}
          />
        </span>
        {table.getHeaderGroups().flatMap((group) =>
          group.headers.map((header) => (
            <HeaderCell
              key={header.id}
              numeric={numeric.has(header.column.id)}
              sorted={header.column.getIsSorted()}
              onSort={header.column.getToggleSortingHandler()}
            >
              <table.FlexRender header={header} />
            </HeaderCell>
          )),
        )}
      </div>
      {rows.length === 0 && (
        <Text className={classes.empty} c="var(--text-dim)">
          {empty}
        </Text>
      )}
      <div role="rowgroup" className={classes.rows} style={{ height: rows.length * ROW_HEIGHT }}>
        {visible.rows.map((index) => {
          const id = ids[index]!;
          return (
            <ItemRow
              key={index % visible.slots}
              kind={kind}
              row={rows[index]!}
              id={id}
              index={index}
              widths={widths}
              selected={selected.has(id)}
              active={keys.active === index}
              hovered={hovered === id}
            />
          );
        })}
      </div>
    </div>
  );
}
