import { NumberInput, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useApp } from '../app/store';
import { gigabytes } from '../common/format';
import { texts } from '../texts';
import classes from './Concurrency.module.css';
import { setRunSettings, useRun } from './store';

const t = texts.run;

interface FieldProps {
  label: string;
  value: number;
  max: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

function Field({ label, value, max, disabled, onChange }: FieldProps) {
  const id = useId();
  // While somebody types, it may be empty; nobody leaves it so.
  const [empty, setEmpty] = useState(false);
  const take = (next: number | string) => {
    setEmpty(next === '');
    if (typeof next === 'number' && next >= 1) onChange(next);
  };
  return (
    <>
      <label htmlFor={id} className={classes.label}>
        {label} <span className={classes.how}>{t.inParallel}</span>
      </label>
      <NumberInput
        id={id}
        aria-label={`${label} ${t.inParallel}`}
        w={58}
        value={empty ? '' : value}
        min={1}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        disabled={disabled}
        onChange={take}
        onBlur={() => setEmpty(false)}
      />
    </>
  );
}

/** Events times stations in parallel, the workers that makes, and what the machine has. */
export function Concurrency({ disabled }: { disabled: boolean }) {
  const { maxEvents, maxStations } = useRun((state) => state.settings);
  const info = useApp((state) => state.info);
  const workers = maxEvents * maxStations;
  const tooMany = info !== null && workers > info.cores;
  const need = info === null ? 0 : info.hostMemoryBytes + workers * info.workerMemoryBytes;
  const tooLarge = info !== null && need > info.availableMemoryBytes;
  const warnings = [...(tooMany ? [t.many] : []), ...(tooLarge ? [t.tooLarge] : [])];
  const machine = info && t.machine(info.cores, gigabytes(need), gigabytes(info.availableMemoryBytes));
  const facts = info && t.machineHint(gigabytes(info.workerMemoryBytes), gigabytes(info.memoryBytes));
  const hint = [...warnings, machine, t.suggested(info?.suggestedWorkers ?? 1), facts].filter(Boolean).join(' · ');
  return (
    <div className={classes.line}>
      <Field
        label={t.events}
        value={maxEvents}
        max={64}
        disabled={disabled}
        onChange={(value) => setRunSettings({ maxEvents: value })}
      />
      <span aria-hidden="true">×</span>
      <Field
        label={t.stations}
        value={maxStations}
        max={512}
        disabled={disabled}
        onChange={(value) => setRunSettings({ maxStations: value })}
      />
      <span aria-hidden="true">=</span>
      <Tooltip label={hint} multiline maw={320}>
        <span className={classes.workers} data-many={warnings.length > 0 || undefined} tabIndex={0}>
          {warnings.length > 0 && <IconAlertTriangle size={13} aria-hidden="true" />}
          <b>{t.workers(workers)}</b>
          <span className="dim">{machine}</span>
        </span>
      </Tooltip>
    </div>
  );
}
