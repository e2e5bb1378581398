import { ScrollArea, Table } from '@mantine/core';
import type { ComponentDetail, PairDetail } from '@/api';
import { REJECTIONS } from '@/core/model';
import { count, fixed, signed } from '../common/format';
import { texts } from '../texts';
import classes from './WindowsTable.module.css';

const t = texts.pair;

function windowRows(component: ComponentDetail, offset: number) {
  return component.windows.map((window) => ({
    key: `${component.component}-${window.left}`,
    cells: [
      component.component,
      fixed(offset + window.left * window.delta, 2),
      fixed(offset + window.right * window.delta, 2),
      fixed(window.cc, 3),
      signed(window.shiftSeconds, 2),
      signed(window.dlnA, 2),
      fixed(window.weight, 2),
      [...new Set(window.phases.map((phase) => phase.name))].join(' '),
    ],
  }));
}

/** How many candidates each test took, by component. */
function Rejected({ components }: { components: ComponentDetail[] }) {
  const reasons = REJECTIONS.filter((reason) => components.some((component) => component.rejected[reason]?.length));
  if (reasons.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{t.funnel}</h3>
      <Table className={classes.table} verticalSpacing={3} w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {components.map(({ component }) => (
              <Table.Th key={component} className={classes.numeric}>
                {component}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map((reason) => (
            <Table.Tr key={reason}>
              <Table.Th scope="row">{reason}</Table.Th>
              {components.map(({ component, rejected }) => (
                <Table.Td key={component} className={classes.numeric}>
                  {count(rejected[reason]?.length ?? 0)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** The selected windows as numbers: what the plots show, for reading and copying. */
export function WindowsTable({ detail }: { detail: PairDetail }) {
  const rows = detail.components.flatMap((component) => windowRows(component, detail.timeOffset));
  const heads = Object.entries(t.columns);
  const numeric = (index: number) => (index >= 1 && index <= 6 ? classes.numeric : undefined);
  return (
    <ScrollArea className={classes.area}>
      {rows.length === 0 ? (
        <p className={classes.none}>{t.noSelected}</p>
      ) : (
        <Table className={classes.table} verticalSpacing={4} highlightOnHover>
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
            {rows.map(({ key, cells }) => (
              <Table.Tr key={key}>
                {cells.map((cell, index) => (
                  <Table.Td key={index} className={numeric(index)}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Rejected components={detail.components} />
    </ScrollArea>
  );
}
