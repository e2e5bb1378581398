import { Checkbox, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { usePair } from '../../pair/store';
import { isGoing, useRun } from '../../run/store';
import { texts } from '../../texts';
import { columns } from '../table';
import { useAnalysis } from '../useAnalysis';
import classes from './Section.module.css';
import { SectionSurface, type SectionSettings } from './SectionSurface';
import { SectionTable } from './SectionTable';
import { eventsWithResults } from './selected';
import { useSection } from './useSection';
import type { Spacing } from './view';

const t = texts.results.section;
const AT_FIRST: SectionSettings = {
  spacing: 'distance',
  amplitude: 1.5,
  observed: true,
  synthetic: true,
  windows: true,
};

/** All traces of an event by distance. */
export function SectionPane() {
  useAnalysis();
  const [settings, setSettings] = useLocalStorage<SectionSettings>({
    key: 'atoa-results-section',
    defaultValue: AT_FIRST,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [letter, setLetter] = useState('Z');
  const [asTable, setAsTable] = useState(false);
  const open = usePair((state) => state.open);
  const going = useRun((state) => isGoing(state.progress));
  const events = eventsWithResults();
  const letters = [...columns.components.list].sort();
  const event = chosen ?? open?.event ?? events[0] ?? '';
  const component = letters.includes(letter) ? letter : (letters[0] ?? 'Z');
  const { section, error, loading } = useSection(event, component, going ? 'going' : 'done');
  const change = (some: Partial<SectionSettings>) => setSettings({ ...settings, ...some });
  const box = (name: 'observed' | 'synthetic' | 'windows') => (
    <Checkbox
      label={t.layers[name]}
      checked={settings[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
    />
  );

  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        <NativeSelect
          aria-label={t.event}
          value={event}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={events}
        />
        <NativeSelect
          aria-label={t.component}
          value={component}
          onChange={(e) => setLetter(e.currentTarget.value)}
          data={letters}
        />
        <SegmentedControl
          aria-label={t.spacing}
          value={settings.spacing}
          onChange={(value) => change({ spacing: value as Spacing })}
          data={(['distance', 'azimuth', 'even'] as const).map((value) => ({ value, label: t.spacings[value] }))}
        />
        <NumberInput
          w={64}
          aria-label={t.amplitude}
          title={t.amplitude}
          value={settings.amplitude}
          min={0.1}
          max={20}
          step={0.5}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && value > 0 && change({ amplitude: value })}
        />
        {box('observed')}
        {box('synthetic')}
        {box('windows')}
        <Checkbox label={t.table} checked={asTable} onChange={(e) => setAsTable(e.currentTarget.checked)} />
        {loading && <span className="dim">{t.loading}</span>}
      </div>
      {error !== null && <p className={classes.none}>{error instanceof Error ? error.message : String(error)}</p>}
      {section && section.traces.length === 0 && <p className={classes.none}>{t.none}</p>}
      {section &&
        section.traces.length > 0 &&
        (asTable ? <SectionTable section={section} /> : <SectionSurface section={section} settings={settings} />)}
    </div>
  );
}
