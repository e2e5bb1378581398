import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useRef, useState, type MouseEvent } from 'react';
import { bandName } from '@/core/model';
import { usePair } from '../../pair/store';
import { isGoing, useRun } from '../../run/store';
import { texts } from '../../texts';
import { joined, plotItems } from '../menu/items';
import { PlotMenuButton, WithPlotMenu } from '../menu/PlotMenu';
import plot from '../plot.module.css';
import { TableToggle } from '../PlotTools';
import { columns } from '../table';
import { useAnalysis } from '../useAnalysis';
import { DisplayMenu } from './DisplayMenu';
import { SectionSurface, type SectionHandle } from './SectionSurface';
import { SectionTable } from './SectionTable';
import { eventsWithResults } from './selected';
import { AT_FIRST, type SectionSettings, type Spacing } from './settings';
import { useSection } from './useSection';
import { placeTraces } from './view';

const t = texts.results.section;
const SPACINGS = (['distance', 'azimuth', 'even'] as const).map((value) => ({ value, label: t.spacings[value] }));

/** All traces of an event by distance. */
export function SectionPane() {
  useAnalysis();
  const [stored, setSettings] = useLocalStorage<SectionSettings>({
    key: 'atoa-results-section',
    defaultValue: AT_FIRST,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [letter, setLetter] = useState('Z');
  const [asTable, setAsTable] = useState(false);
  const surface = useRef<SectionHandle>(null);
  const open = usePair((state) => state.open);
  const going = useRun((state) => isGoing(state.progress));
  const events = eventsWithResults();
  const letters = [...columns.components.list].sort();
  const event = chosen ?? open?.event ?? events[0] ?? '';
  const component = letters.includes(letter) ? letter : (letters[0] ?? 'Z');
  const { section, error, loading } = useSection(event, component, going ? 'going' : 'done');
  const settings = { ...AT_FIRST, ...stored };
  const change = (some: Partial<SectionSettings>) => setSettings({ ...settings, ...some });
  const items = (at: MouseEvent | null) => {
    const shown = surface.current;
    return joined(shown?.items(at) ?? [], plotItems(shown && (() => shown.picture())));
  };
  const name = texts.results.views.section;
  const noArrivals = section?.arrivals.length === 0;
  const traces = section?.traces ?? [];
  const placed = placeTraces(traces, settings.spacing, settings.velocity).length;

  return (
    <WithPlotMenu className={plot.pane} name={name} items={items}>
      <div className={plot.bar}>
        <NativeSelect
          size="xs"
          w={150}
          aria-label={t.event}
          value={event}
          onChange={(e) => setChosen(e.currentTarget.value)}
          data={events}
        />
        <NativeSelect
          size="xs"
          w={48}
          aria-label={t.component}
          value={component}
          onChange={(e) => setLetter(e.currentTarget.value)}
          data={letters}
        />
        <SegmentedControl
          aria-label={t.spacing}
          value={settings.spacing}
          onChange={(value) => change({ spacing: value as Spacing })}
          data={SPACINGS}
        />
        {section && (
          <span className="dim num" title={section.isOneOfBands ? t.bandHint : undefined}>
            {bandName(section.band)}
          </span>
        )}
        {section && section.withoutBands > 0 && (
          <span className="dim" title={t.withoutBandsHint}>
            {t.withoutBands(section.withoutBands)}
          </span>
        )}
        {placed > 0 && placed < traces.length && (
          <span className="dim" title={t.unplacedHint}>
            {t.unplaced(traces.length - placed)}
          </span>
        )}
        {loading && <span className="dim">{t.loading}</span>}
        <span className={plot.tools}>
          <DisplayMenu settings={settings} onChange={change} hasArrivals={!noArrivals} />
          <TableToggle label={t.table} asTable={asTable} onTable={setAsTable} />
          <PlotMenuButton name={name} items={items} />
        </span>
      </div>
      {error !== null && <p className={plot.none}>{error instanceof Error ? error.message : String(error)}</p>}
      {section && traces.length === 0 && <p className={plot.none}>{t.none}</p>}
      {section && traces.length > 0 && asTable && <SectionTable section={section} />}
      {section && traces.length > 0 && placed === 0 && !asTable && <p className={plot.none}>{t.unplacedHint}</p>}
      {section && placed > 0 && !asTable && <SectionSurface ref={surface} section={section} settings={settings} />}
    </WithPlotMenu>
  );
}
