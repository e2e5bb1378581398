import { Button, Checkbox, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { IconFolderSymlink } from '@tabler/icons-react';
import type { Preferences } from '@/api';
import { notifyError } from '../app/notices';
import { setPreferences, usePreferences } from '../app/preferences';
import { useApp } from '../app/store';
import { api } from '../bridge';
import { suggestConcurrency } from '../run/concurrency';
import { setNotifying, useNotifying } from '../run/notifying';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import classes from './SidePane.module.css';

const t = texts.panes;

const THEMES = [
  { value: 'light', label: texts.shell.light },
  { value: 'dark', label: texts.shell.dark },
  { value: 'auto', label: texts.shell.system },
];
const LOG_LEVELS = Object.entries(t.logLevels).map(([value, label]) => ({ value, label }));

/** A new default is for the project that is open, too, unless its run goes. */
function setConcurrency(change: Partial<Pick<Preferences, 'maxEvents' | 'maxStations'>>): void {
  setPreferences(change);
  const { project } = useApp.getState();
  if (project && !isGoing(useRun.getState().progress)) suggestConcurrency(project);
}

function Concurrency() {
  const maxEvents = usePreferences((state) => state.maxEvents);
  const maxStations = usePreferences((state) => state.maxStations);
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t.parallel}</h3>
      <div className={classes.pairs}>
        <NumberInput
          label={t.events}
          min={1}
          max={64}
          allowDecimal={false}
          value={maxEvents}
          onChange={(value) => typeof value === 'number' && value >= 1 && setConcurrency({ maxEvents: value })}
        />
        <NumberInput
          label={t.stations}
          min={1}
          max={512}
          allowDecimal={false}
          placeholder={t.automatic}
          value={maxStations ?? ''}
          onChange={(value) => setConcurrency({ maxStations: typeof value === 'number' && value >= 1 ? value : null })}
        />
      </div>
      <p className={classes.help}>{t.parallelHelp}</p>
    </section>
  );
}

function Notifying() {
  const { on, leave } = useNotifying();
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t.run}</h3>
      <Checkbox
        label={t.notifyAtEnd}
        checked={on}
        aria-describedby="notify-help"
        onChange={(event) => void setNotifying(event.currentTarget.checked)}
      />
      <p className={classes.help} id="notify-help">
        {texts.runViews.notifyLeave[leave]}
      </p>
    </section>
  );
}

/** What holds for all projects. */
export function PreferencesPane() {
  const { theme, logLevel, reopenLast } = usePreferences();
  const electron = useApp((state) => state.info?.face === 'electron');
  return (
    <>
      <section className={classes.section}>
        <h3 className={classes.heading} id="theme-title">
          {t.theme}
        </h3>
        <SegmentedControl
          fullWidth
          aria-labelledby="theme-title"
          data={THEMES}
          value={theme}
          onChange={(value) => setPreferences({ theme: value as Preferences['theme'] })}
        />
        {electron && <p className={classes.help}>{t.themeHelp}</p>}
      </section>
      <Concurrency />
      <Notifying />
      <section className={classes.section}>
        <h3 className={classes.heading}>{t.start}</h3>
        <Checkbox
          label={t.reopenLast}
          checked={reopenLast}
          onChange={(event) => setPreferences({ reopenLast: event.currentTarget.checked })}
        />
      </section>
      <section className={classes.section}>
        <h3 className={classes.heading}>{t.log}</h3>
        <NativeSelect
          size="xs"
          aria-label={t.log}
          data={LOG_LEVELS}
          value={logLevel}
          onChange={(event) => setPreferences({ logLevel: event.currentTarget.value as Preferences['logLevel'] })}
        />
        <p className={classes.help}>{t.logHelp}</p>
        {electron && (
          <Button
            mt="xs"
            variant="default"
            leftSection={<IconFolderSymlink size={15} stroke={1.6} />}
            onClick={() => void api.showFolder({ which: 'logs' }).catch(notifyError)}
          >
            {t.showLogs}
          </Button>
        )}
      </section>
      <p className={classes.help}>{t.kept}</p>
    </>
  );
}
