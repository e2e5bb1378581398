import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useMemo, useState, type MouseEvent } from 'react';
import { periodBands } from '@/core/config';
import { useApp } from '../../app/store';
import { openContextMenu } from '../../common/contextMenu/store';
import { HeaderCell } from '../../common/HeaderCell';
import { useRowWindow } from '../../common/useRowWindow';
import { usePair } from '../../pair/store';
import { pairRows } from '../../pairs/table';
import { texts } from '../../texts';
import { Listing, type ListingChoice } from '../analysis/listing';
import { analysis, columns as store } from '../table';
import { useConsumer } from '../useAnalysis';
import { ColumnMenu } from './ColumnMenu';
import { columnsOf, HIDDEN_AT_FIRST, placeOf, type Level } from './columns';
import { lineMenu } from './lineMenu';
import classes from './ResultTable.module.css';
import { usePicked, useTableKeys } from './useTableKeys';

const t = texts.results.table;
const ROW_HEIGHT = 24;

interface Sorting {
  key: string;
  descending: boolean;
}

/** Sorts up, down, and then not at all. */
function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}

/** The place of the pair that is looked at; -1 without one. */
function usePlaceOfOpen(): number {
  return usePair(({ open }) => (open ? pairRows.placeOf(open) : -1));
}

/** All pairs or windows, or those that are selected; only the lines in sight are drawn. */
export function ResultTable({ level }: { level: Level }) {
  const listing = useMemo(() => new Listing(level), [level]);
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: `atoa-results-hidden-${level}`,
    defaultValue: HIDDEN_AT_FIRST[level],
  });
  const [scope, setScope] = useState<ListingChoice['scope']>('selected');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const isBanded = useApp(({ project }) => project !== null && periodBands(project.parameters).length > 1);
  const all = columnsOf(level, isBanded);
  const shown = all.filter(({ key }) => !hidden.includes(key));

  useEffect(() => {
    const keyOf = all.find(({ key }) => key === sorting?.key)?.keyOf ?? null;
    listing.choose({ keyOf, descending: sorting?.descending ?? false, scope });
    analysis.choose({});
  }, [listing, all, sorting, scope]);
  useConsumer(listing);
  const { order } = listing;
  const visible = useRowWindow(scroller, order.length, ROW_HEIGHT);
  const keys = useTableKeys(level, listing, visible.reveal);
  const picked = usePicked(level);
  const open = usePlaceOfOpen();
  const style = {
    gridTemplateColumns: shown.map(({ least, share }) => `minmax(${least}px, ${share}fr)`).join(' '),
    minWidth: shown.reduce((sum, { least }) => sum + least, 0),
  };
  const name = level === 'pair' ? t.pairs : t.windows;
  const showMenu = (event: MouseEvent) => {
    const target = event.target as Element;
    const row = target.closest('[role=row]');
    const isHeader = row?.getAttribute('aria-rowindex') === '1';
    const element = row ?? document.getElementById(`${level}-line-${keys.active}`);
    const line = isHeader || !element ? null : Number(element.id.slice(`${level}-line-`.length));
    const cell = target.closest('[role=gridcell], [role=columnheader]');
    const column = (cell?.parentElement && shown[[...cell.parentElement.children].indexOf(cell)]) ?? null;
    const isPicked = line !== null && picked.has(line);
    const hide = (key: string) => setHidden([...hidden, key]);
    const items = lineMenu({ level, line, column, shown, order, isPicked, toggle: keys.toggle, hide });
    openContextMenu(event, texts.contextMenu.of(name), items, element);
  };

  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t.scope}
          value={scope}
          onChange={(value) => setScope(value as ListingChoice['scope'])}
          data={[
            { value: 'selected', label: t.selected },
            { value: 'all', label: t.all },
          ]}
        />
        <span className="dim num">{level === 'pair' ? texts.nPairs(order.length) : texts.nWindows(order.length)}</span>
        <span className={classes.hint}>{t.hint}</span>
        <ColumnMenu columns={all} hidden={hidden} onHidden={setHidden} />
      </div>
      <div
        ref={setScroller}
        className={classes.scroller}
        role="grid"
        aria-label={name}
        aria-rowcount={order.length + 1}
        aria-multiselectable="true"
        aria-busy={!listing.isKnown}
        aria-activedescendant={keys.active === null ? undefined : `${level}-line-${keys.active}`}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onContextMenu={showMenu}
      >
        <div className={classes.header} role="row" aria-rowindex={1} style={style}>
          {shown.map(({ key, title, numeric }) => (
            <HeaderCell
              key={key}
              numeric={numeric}
              sorted={sorting?.key === key ? (sorting.descending ? 'desc' : 'asc') : false}
              onSort={() => setSorting(nextSorting(sorting, key))}
            >
              {title}
            </HeaderCell>
          ))}
        </div>
        {order.length === 0 && listing.isKnown && (
          <p className={classes.none}>{analysis.masks.counts.pairs === 0 ? texts.results.filteredOut : t.none}</p>
        )}
        <div
          role="rowgroup"
          className={classes.rows}
          style={{ height: order.length * ROW_HEIGHT, minWidth: style.minWidth }}
        >
          {visible.rows.map((index) => {
            const line = order[index];
            return (
              <div
                key={index % visible.slots}
                id={`${level}-line-${line}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={picked.has(line)}
                className={classes.row}
                data-active={keys.active === line || undefined}
                data-open={placeOf(level, store, line) === open || undefined}
                style={{ ...style, transform: `translateY(${index * ROW_HEIGHT}px)` }}
                onClick={(event) => keys.onClick(line, event)}
              >
                {shown.map(({ key, numeric, text }) => (
                  <span key={key} role="gridcell" className={classes.cell} data-numeric={numeric || undefined}>
                    {text(store, line)}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
