import { Button, CloseButton, Group, TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ColumnDef, RowData } from '@tanstack/react-table';
import { useDeferredValue, useMemo, useState } from 'react';
import { texts } from '../texts';
import { NUMERIC } from './columns';
import { ItemTable } from './ItemTable';
import classes from './ItemPanel.module.css';
import { selectOnly, useSelection, type Kind } from './store';
import type { Features } from './table';

const t = texts.select;

interface ItemPanelProps<T extends RowData> {
  kind: Kind;
  items: T[];
  columns: ColumnDef<Features, T>[];
  template: string;
  idOf: (item: T) => string;
  filterOf: (text: string) => (item: T) => boolean;
}

const WORDS = {
  events: { title: t.events, filter: t.filterEvents, label: t.filterEventsLabel },
  stations: { title: t.stations, filter: t.filterStations, label: t.filterStationsLabel },
} as const;

/** A list with its filter box and the buttons that select many at once. */
export function ItemPanel<T extends RowData>(props: ItemPanelProps<T>) {
  const { kind, items, columns, template, idOf, filterOf } = props;
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => items.filter(filterOf(wanted)), [items, filterOf, wanted]);
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
        <span className={classes.count}>{t.selectedOf(selected, items.length)}</span>
        <TextInput
          className={classes.filter}
          aria-label={label}
          placeholder={placeholder}
          title={placeholder}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          leftSection={<IconSearch size={13} aria-hidden="true" />}
          rightSection={
            filter !== '' && <CloseButton size="xs" aria-label={t.clearFilter} onClick={() => setFilter('')} />
          }
          spellCheck={false}
        />
        <Button.Group>
          {choose(t.all, t.allHint(lower), () => items.map(idOf))}
          {choose(t.none, t.noneHint(lower), () => [])}
          {choose(t.onlyShown, t.onlyShownHint(lower), () => shown.map(idOf))}
        </Button.Group>
      </Group>
      <ItemTable
        kind={kind}
        label={title}
        items={shown}
        columns={columns}
        template={template}
        numeric={NUMERIC}
        idOf={idOf}
        empty={items.length === 0 ? t.nothingHere : t.noMatch}
      />
    </section>
  );
}
