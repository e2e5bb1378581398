import { ActionIcon, Button, CloseButton, Group, TextInput, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import type { ColumnDef, RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useStored } from '../common/useStored';
import { texts } from '../texts';
import { NUMERIC } from './columns';
import { FilterChips } from './FilterChips';
import { setTerms, useFilters } from './filterStore';
import type { RangeName } from './filters';
import { ItemTable } from './ItemTable';
import classes from './ItemPanel.module.css';
import { selectOnly, useSelection, type Kind } from './store';
import type { Features } from './table';

const t = texts.select;

interface ItemPanelProps<T extends RowData, R extends T> {
  kind: Kind;
  /** All of the project. */
  total: T[];
  /** Those that the filters show, as soon as they were looked through. */
  shown: R[];
  /** Those that what is typed at this moment shows: a click may come sooner than they are drawn. */
  shownNow: () => T[];
  columns: ColumnDef<Features, R>[];
  template: string;
  idOf: (item: T) => string;
  /** Fields of ranges, for a row that can be put away. */
  ranges?: ReactNode;
  rangeNames?: RangeName[];
}

const WORDS = {
  events: { title: t.events, filter: t.filterEvents, label: t.filterEventsLabel },
  stations: { title: t.stations, filter: t.filterStations, label: t.filterStationsLabel },
} as const;

/** A list with its filters and the buttons that select many at once. */
export function ItemPanel<T extends RowData, R extends T>(props: ItemPanelProps<T, R>) {
  const { kind, total, shown, shownNow, columns, template, idOf, ranges, rangeNames = [] } = props;
  const terms = useFilters((state) => state[kind]);
  const [open, setOpen] = useStored('select-ranges', ['shut', 'open']);
  const selected = useSelection((state) => state[kind].size);
  const { title, filter: placeholder, label } = WORDS[kind];
  const lower = title.toLowerCase();

  const choose = (text: string, hint: string, ids: () => Iterable<string>) => (
    <Tooltip label={hint}>
      <Button variant="default" size="compact-xs" onClick={() => selectOnly(kind, ids())} aria-label={hint}>
        {text}
      </Button>
    </Tooltip>
  );

  return (
    <section className={classes.panel} aria-labelledby={`${kind}-title`}>
      <Group className={classes.bar} gap="xs" wrap="nowrap">
        <h2 id={`${kind}-title`} className={classes.title}>
          {title}
        </h2>
        <span className={classes.count}>
          {t.selectedOf(selected, total.length)}
          {shown.length < total.length && `, ${t.shown(shown.length)}`}
        </span>
        <TextInput
          className={classes.filter}
          aria-label={label}
          placeholder={placeholder}
          title={placeholder}
          value={terms}
          onChange={(event) => setTerms(kind, event.currentTarget.value)}
          leftSection={<IconSearch size={13} aria-hidden="true" />}
          rightSection={
            terms !== '' && <CloseButton size="xs" aria-label={t.clearFilter} onClick={() => setTerms(kind, '')} />
          }
          spellCheck={false}
        />
        {ranges !== undefined && (
          <ActionIcon
            variant={open === 'open' ? 'light' : 'default'}
            color="accent"
            size={28}
            aria-label={t.ranges}
            aria-expanded={open === 'open'}
            title={t.rangesHint}
            onClick={() => setOpen(open === 'open' ? 'shut' : 'open')}
          >
            <IconAdjustmentsHorizontal size={15} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        )}
        <Button.Group>
          {choose(t.all, t.allHint(lower), () => total.map(idOf))}
          {choose(t.none, t.noneHint(lower), () => [])}
          {choose(t.onlyShown, t.onlyShownHint(lower), () => shownNow().map(idOf))}
        </Button.Group>
      </Group>
      {open === 'open' && ranges}
      <FilterChips kind={kind} names={rangeNames} />
      <ItemTable
        kind={kind}
        label={title}
        items={shown}
        columns={columns}
        template={template}
        numeric={NUMERIC}
        idOf={idOf}
        empty={total.length === 0 ? t.nothingHere : t.noMatch}
      />
    </section>
  );
}
