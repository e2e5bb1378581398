import { ScrollArea, Table } from '@mantine/core';
import type { ComponentDetail, PairDetail } from '@/api';
import { REJECTIONS } from '@/core/model';
import { count } from '../common/format';
import { texts } from '../texts';
import { WindowList } from './WindowList';
import classes from './WindowsTable.module.css';

const t = texts.pair;

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
  return (
    <ScrollArea className={classes.area}>
      <WindowList detail={detail} />
      <Rejected components={detail.components} />
    </ScrollArea>
  );
}
