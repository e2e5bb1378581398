import { Table } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { ComponentDetail, PairDetail } from '@/api';
import { openContextMenu } from '../common/contextMenu/store';
import { fixed, short, signed } from '../common/format';
import { texts } from '../texts';
import { marksOf, type WindowMark } from './plot/marks';
import { pairMenu, windowMenu } from './menus';
import { zoomTo } from './sight';
import classes from './WindowsTable.module.css';

const t = texts.pair;

interface Row {
  component: ComponentDetail;
  mark: WindowMark;
  cells: string[];
}

function rowsOf({ components, timeOffset }: PairDetail, compact: boolean): Row[] {
  return components.flatMap((component) =>
    marksOf(component, timeOffset, false).map((mark, index) => {
      const { cc, shiftSeconds, dlnA, misfit, weight, phases } = component.windows[index]!;
      const fit = [fixed(cc, compact ? 2 : 3), signed(shiftSeconds, 2), signed(dlnA, 2)];
      const [from, to] = [mark.left, mark.right].map((time) => fixed(time, compact ? 1 : 2));
      const bounds = compact ? [`${from}–${to}`] : [from!, to!];
      const measured = misfit === null ? '–' : short(misfit);
      const rest = [fixed(weight, 2), [...new Set(phases.map(({ name }) => name))].join(' ')];
      const cells = [component.component, ...bounds, ...fit, measured, ...(compact ? [] : rest)];
      return { component, mark, cells };
    }),
  );
}

interface WindowListProps {
  detail: PairDetail;
  /** Only what fits beside the waveforms. */
  compact?: boolean;
}

/** The windows of a pair as rows: arrows go from one to the next, Enter zooms to it, the menu key has what can be done. */
export function WindowList({ detail, compact = false }: WindowListProps) {
  const rows = useMemo(() => rowsOf(detail, compact), [detail, compact]);
  const [active, setActive] = useState(0);
  const heads = Object.entries(compact ? t.compactColumns : t.columns);
  const numeric = (index: number) => (index >= 1 && index <= 7 ? classes.numeric : undefined);
  if (rows.length === 0) return <p className={classes.none}>{t.noSelected}</p>;

  const showMenu = (event: MouseEvent<HTMLElement>, { component: { component }, mark }: Row) => {
    const label = texts.pairMenu.ofWindow(component, fixed(mark.left, 1), fixed(mark.right, 1));
    openContextMenu(event, label, [...windowMenu(detail, component, mark), ...pairMenu(detail)]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, { mark }: Row) => {
    const sibling = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
    const way = sibling[event.key as keyof typeof sibling];
    if (way) (event.currentTarget[way] as HTMLElement | null)?.focus();
    else if (event.key === 'Enter') zoomTo(mark.left, mark.right);
    else return;
    event.preventDefault();
  };
  const reachable = Math.min(active, rows.length - 1);
  return (
    <Table
      className={classes.table}
      verticalSpacing={compact ? 2 : 4}
      horizontalSpacing={compact ? 4 : 8}
      highlightOnHover
    >
      <Table.Thead>
        <Table.Tr>
          {heads.map(([key, head], index) => (
            <Table.Th key={key} className={numeric(index)}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, place) => (
          <Table.Tr
            key={`${row.component.component}-${row.mark.left}`}
            className={classes.row}
            tabIndex={place === reachable ? 0 : -1}
            onFocus={() => setActive(place)}
            onKeyDown={(event) => onKeyDown(event, row)}
            onDoubleClick={() => zoomTo(row.mark.left, row.mark.right)}
            onContextMenu={(event) => showMenu(event, row)}
          >
            {row.cells.map((cell, index) => (
              <Table.Td key={index} className={numeric(index)}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
