import { FlexRender, type Row, type RowData } from '@tanstack/react-table';
import { memo } from 'react';
import { texts } from '../texts';
import classes from './ItemTable.module.css';
import type { Kind } from './store';
import type { Features } from './table';

export const ROW_HEIGHT = 26;

interface ItemRowProps<T extends RowData> {
  kind: Kind;
  row: Row<Features, T>;
  id: string;
  /** Place in the list, from 0. */
  index: number;
  /** CSS widths of all columns, with that of the checkbox. */
  widths: string;
  selected: boolean;
  active: boolean;
  hovered: boolean;
}

function Drawn<T extends RowData>({ kind, row, id, index, widths, selected, active, hovered }: ItemRowProps<T>) {
  return (
    <div
      id={`${kind}-row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      data-active={active || undefined}
      data-hovered={hovered || undefined}
      style={{ gridTemplateColumns: widths, transform: `translateY(${index * ROW_HEIGHT}px)` }}
    >
      <span role="gridcell" className={classes.check}>
        {/* The browser's own: forty of another kind are most of what a step of scrolling costs. */}
        <input
          type="checkbox"
          aria-label={texts.select.selectRow(id)}
          tabIndex={-1}
          readOnly
          checked={selected}
          className={classes.box}
        />
      </span>
      {row.getAllCells().map((cell) => (
        <span key={cell.column.id} role="gridcell" className={classes.cell}>
          <FlexRender cell={cell} />
        </span>
      ))}
    </div>
  );
}

/** A row of a list of events or stations. It is drawn again only where something of it has changed. */
export const ItemRow = memo(Drawn) as typeof Drawn;
