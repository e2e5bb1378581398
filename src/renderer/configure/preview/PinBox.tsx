import { Autocomplete, Button, Tooltip } from '@mantine/core';
import { IconArrowsShuffle, IconPin } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { useSelection } from '../../select/store';
import { texts } from '../../texts';
import { drawPairs, findPairs, readyPairs } from './candidates';
import { MOST_PINS, pin, pinOnly, usePreview } from './store';

const t = texts.configure;
const SHOWN = 40;
const DRAWN = 3;

/** Picks pairs of the selection to pin: by name, or some at random. */
export function PinBox({ project }: { project: ProjectOverview }) {
  const events = useSelection((state) => state.events);
  const stations = useSelection((state) => state.stations);
  const full = usePreview((state) => state.pins.length >= MOST_PINS);
  const [typed, setTyped] = useState('');
  const found = useMemo(
    () =>
      new Map(
        findPairs(readyPairs(project, events, stations), typed, SHOWN).map((pair) => [
          `${pair.event} · ${pair.station}`,
          pair,
        ]),
      ),
    [project, events, stations, typed],
  );
  const take = (name: string) => {
    const pair = found.get(name);
    if (!pair) return;
    pin([pair]);
    setTyped('');
  };
  return (
    <>
      <Autocomplete
        size="xs"
        flex={1}
        miw={90}
        aria-label={t.pinLabel}
        placeholder={full ? t.full(MOST_PINS) : t.pinHint}
        disabled={full}
        leftSection={<IconPin size={13} aria-hidden="true" />}
        data={[...found.keys()]}
        filter={({ options }) => options}
        value={typed}
        onChange={setTyped}
        onOptionSubmit={take}
        selectFirstOptionOnChange
        clearable={false}
        comboboxProps={{ position: 'bottom-start', width: 300 }}
        maxDropdownHeight={260}
        spellCheck={false}
      />
      <Tooltip label={t.randomHint} position="bottom-end">
        <Button
          variant="default"
          size="compact-sm"
          fz="xs"
          leftSection={<IconArrowsShuffle size={13} aria-hidden="true" />}
          onClick={() => pinOnly(drawPairs(readyPairs(project, events, stations), DRAWN, Math.random))}
        >
          {t.random(DRAWN)}
        </Button>
      </Tooltip>
    </>
  );
}
