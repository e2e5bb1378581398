import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { memo } from 'react';
import type { FieldDescription } from '@/core/config';
import { texts } from '../texts';
import { keyOf } from './draft';
import { FieldControl } from './FieldControl';
import { defaultText, sameValue } from './fieldText';
import classes from './FieldRow.module.css';
import { presetNote } from './presetNote';
import { setField } from './store';

const t = texts.configure;

/** Choices of so many letters in all have names that need a line of their own. */
const LONG = 160;

interface FieldRowProps {
  field: FieldDescription;
  /** undefined where the text does not give it. */
  given: unknown;
  /** What holds otherwise: the default, or what a preset says. */
  base: unknown;
  changed: boolean;
  issue: string | null;
  disabled: boolean;
}

/** One parameter: name, control, what it means, its default, and what is wrong with it. */
export const FieldRow = memo(function FieldRow({ field, given, base, changed, issue, disabled }: FieldRowProps) {
  const key = keyOf(field);
  const id = `field-${key}`;
  const initial = defaultText(base, field.unit, t.none);
  const fromPreset = !sameValue(base, field.default);
  const note = presetNote(key, given === undefined ? base : given);
  const reset = t.reset(field.title, initial);
  return (
    <div
      className={classes.row}
      data-changed={changed || undefined}
      data-wide={field.kind === 'set' || undefined}
      data-long={field.choices.join('').length > LONG || undefined}
    >
      <label className={classes.label} htmlFor={id}>
        {field.title}
      </label>
      <div className={classes.control}>
        <FieldControl
          field={field}
          id={id}
          value={given === undefined ? base : given}
          wrong={issue !== null}
          disabled={disabled}
          describedBy={`${id}-help`}
        />
      </div>
      <div className={classes.reset}>
        {given !== undefined && (
          <ActionIcon
            size={22}
            aria-label={reset}
            title={reset}
            disabled={disabled}
            onClick={() => setField(field, undefined)}
          >
            <IconArrowBackUp size={15} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      <div id={`${id}-help`} className={classes.help}>
        {issue !== null && (
          <div className={classes.issue} role="alert">
            <IconAlertTriangle size={13} aria-hidden="true" /> {issue}
          </div>
        )}
        {note !== null && (
          <div className={classes.note}>
            <IconAlertTriangle size={13} aria-hidden="true" /> {note}
          </div>
        )}
        <code>{field.path.at(-1)}</code> {field.help} {changed && <span className={classes.mark}>{t.changed} </span>}
        <span className={classes.default}>{fromPreset ? t.byPreset(initial) : t.default(initial)}</span>
      </div>
    </div>
  );
});
