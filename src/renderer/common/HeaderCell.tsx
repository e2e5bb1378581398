import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './HeaderCell.module.css';

interface HeaderCellProps {
  sorted: false | 'asc' | 'desc';
  onSort: ((event: unknown) => void) | undefined;
  /** Name of the column, for style sheets that hide some where there is no room. */
  column?: string;
  numeric?: boolean;
  children: ReactNode;
}

const ARIA = { asc: 'ascending', desc: 'descending' } as const;

/** A column's head: click to sort up, down, and not at all. */
export function HeaderCell({ sorted, onSort, column, numeric = false, children }: HeaderCellProps) {
  return (
    <span role="columnheader" aria-sort={sorted ? ARIA[sorted] : 'none'} className={classes.cell} data-column={column}>
      <button type="button" className={classes.sort} data-numeric={numeric || undefined} onClick={onSort} tabIndex={-1}>
        <span>{children}</span>
        {sorted === 'asc' && <IconArrowUp size={12} aria-hidden="true" />}
        {sorted === 'desc' && <IconArrowDown size={12} aria-hidden="true" />}
      </button>
    </span>
  );
}
