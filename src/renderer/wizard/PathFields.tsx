import { Checkbox, TextInput } from '@mantine/core';
import type { LayoutCheck } from '@/api';
import { texts } from '../texts';
import { setPath, toggleSetting } from './actions';
import { useWizard, type PathKey } from './store';
import classes from './WizardPage.module.css';

const t = texts.wizard;
const KEYS = ['events', 'stations', 'observed', 'synthetics', 'outputs'] as const;

/** What was found at a path, and whether that is enough. */
function foundAt(key: PathKey, check: LayoutCheck, outputs: string): { text: string; lacking: boolean } {
  const { events, describedEvents, eventIds, stations, describedStations, responses } = check;
  const names = `${eventIds.join(', ')}${events > eventIds.length ? ' …' : ''}`;
  switch (key) {
    case 'events':
      return { text: t.found.events(events, describedEvents, names), lacking: describedEvents === 0 };
    case 'stations':
      return { text: t.found.stations(stations, describedStations, responses), lacking: describedStations === 0 };
    case 'observed':
      return { text: t.found.waveforms(check.observed), lacking: check.observed === 0 };
    case 'synthetics':
      return { text: t.found.waveforms(check.synthetic), lacking: check.synthetic === 0 };
    case 'outputs':
      return { text: t.found.outputs(outputs), lacking: false };
  }
}

function PathField({ name }: { name: PathKey }) {
  const value = useWizard((state) => state.layout[name]);
  const outputs = useWizard((state) => state.layout.outputs);
  const check = useWizard((state) => state.check);
  const needed = name !== 'outputs' && value.trim() === '' ? { text: t.needed, lacking: true } : null;
  const found = needed ?? (check === null ? null : foundAt(name, check, outputs));
  return (
    <div className={classes.field}>
      <TextInput
        label={t.labels[name]}
        value={value}
        placeholder={name === 'outputs' ? t.outputsHint : undefined}
        aria-describedby={`found-${name}`}
        spellCheck={false}
        autoCapitalize="off"
        classNames={{ input: classes.path }}
        onChange={(event) => setPath(name, event.currentTarget.value)}
      />
      <span id={`found-${name}`} className={classes.found} data-lacking={found?.lacking || undefined}>
        {found?.text ?? ''}
      </span>
    </div>
  );
}

/** The paths of the layout, each with what is found there, and the parameters that go with it. */
export function PathFields() {
  const settings = useWizard((state) => state.layout.settings);
  const off = useWizard((state) => state.off);
  return (
    <section aria-labelledby="wizard-paths">
      <h2 id="wizard-paths" className={classes.heading}>
        {t.paths}
      </h2>
      <p className={classes.hint}>{t.hint}</p>
      {KEYS.map((key) => (
        <PathField key={key} name={key} />
      ))}
      {settings.length > 0 && (
        <fieldset className={classes.settings}>
          <legend className={classes.heading}>{t.settings}</legend>
          {settings.map(({ key, value, reason }) => (
            <Checkbox
              key={key}
              checked={!off.has(key)}
              onChange={() => toggleSetting(key)}
              label={<code>{`${key}: ${value}`}</code>}
              description={reason}
            />
          ))}
        </fieldset>
      )}
    </section>
  );
}
