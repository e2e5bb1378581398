import { Button, Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { texts } from '../texts';
import classes from './ExportPage.module.css';
import { NO_FILTER, type RangeText, type Scope, type Status } from './filter';
import { setFilterText, useExport } from './store';

const t = texts.exporting;
const SCOPES: Scope[] = ['all', 'select', 'results'];
const STATUSES: Status[] = ['done', 'empty', 'failed'];

function Range({ what, value, onChange }: { what: string; value: RangeText; onChange: (value: RangeText) => void }) {
  const bound = (end: 'min' | 'max', label: string, hint: string) => (
    <NumberInput
      aria-label={label}
      placeholder={hint}
      hideControls
      value={value[end] ?? ''}
      onChange={(next) => onChange({ ...value, [end]: typeof next === 'number' ? next : null })}
    />
  );
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{what}</legend>
      <div className={classes.range}>
        {bound('min', t.least(what), t.from_)}
        <span aria-hidden="true">–</span>
        {bound('max', t.most(what), t.to)}
      </div>
    </fieldset>
  );
}

/** Which pairs, and which of their windows, are exported. */
export function FilterPane() {
  const filter = useExport((state) => state.filter);
  const toggle = (status: Status, on: boolean) =>
    setFilterText({ status: STATUSES.filter((each) => (each === status ? on : filter.status.includes(each))) });
  return (
    <section className={classes.filter} aria-label={t.which}>
      <div className={classes.titleLine}>
        <h2 className={classes.title}>{t.which}</h2>
        <Button variant="subtle" size="compact-xs" onClick={() => setFilterText(NO_FILTER)}>
          {t.clear}
        </Button>
      </div>
      <SegmentedControl
        aria-label={t.from}
        fullWidth
        value={filter.scope}
        onChange={(scope) => setFilterText({ scope: scope as Scope })}
        data={SCOPES.map((scope) => ({ value: scope, label: t.scope[scope] }))}
      />
      <p className={classes.hint}>{t.scopeHint[filter.scope]}</p>
      <TextInput
        label={t.events}
        placeholder={t.eventsHint}
        value={filter.events}
        onChange={(event) => setFilterText({ events: event.currentTarget.value })}
        spellCheck={false}
      />
      <TextInput
        label={t.stations}
        placeholder={t.stationsHint}
        value={filter.stations}
        onChange={(event) => setFilterText({ stations: event.currentTarget.value })}
        spellCheck={false}
      />
      <TextInput
        label={t.components}
        placeholder={t.componentsHint}
        value={filter.components}
        onChange={(event) => setFilterText({ components: event.currentTarget.value })}
        spellCheck={false}
      />
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t.status}</legend>
        <div className={classes.columns}>
          {STATUSES.map((status) => (
            <Checkbox
              key={status}
              label={t.statuses[status]}
              checked={filter.status.includes(status)}
              onChange={(event) => toggle(status, event.currentTarget.checked)}
            />
          ))}
        </div>
      </fieldset>
      <Range what={t.misfit} value={filter.misfit} onChange={(misfit) => setFilterText({ misfit })} />
      <Range what={t.cc} value={filter.cc} onChange={(cc) => setFilterText({ cc })} />
      <Range what={t.dt} value={filter.dt} onChange={(dt) => setFilterText({ dt })} />
      <Checkbox
        label={t.withWindows}
        checked={filter.withWindows}
        onChange={(event) => setFilterText({ withWindows: event.currentTarget.checked })}
      />
    </section>
  );
}
