import { Checkbox, Group, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { findPreset, preset, type FieldDescription } from '@/core/config';
import { texts } from '../texts';
import { stepped, typedValue, valueText } from './fieldText';
import { setField } from './store';

const t = texts.configure;

export interface ControlProps {
  field: FieldDescription;
  id: string;
  /** What holds now: given, or else the default. */
  value: unknown;
  wrong: boolean;
  disabled: boolean;
  describedBy: string;
}

/** Text is shown as it is typed while the field has the focus, and as the file has it otherwise. */
function TypedField({ field, id, value, wrong, disabled, describedBy }: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isNumber = field.kind === 'number' || field.kind === 'integer';
  const take = (text: string) => {
    setTyped(text);
    setField(field, typedValue(field, text));
  };
  const step = (event: KeyboardEvent) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!isNumber || direction === undefined || typeof value !== 'number') return;
    event.preventDefault();
    take(valueText(stepped(field, value, direction * (event.shiftKey ? 10 : 1))));
  };
  return (
    <TextInput
      id={id}
      value={typed ?? valueText(value)}
      placeholder={field.optional ? t.none : undefined}
      inputMode={isNumber ? 'decimal' : undefined}
      error={wrong}
      disabled={disabled}
      aria-describedby={describedBy}
      spellCheck={false}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={step}
      rightSection={field.unit !== null && <span className="dim">{field.unit}</span>}
      rightSectionWidth={field.unit === null ? undefined : 14 + 6.5 * field.unit.length}
      rightSectionPointerEvents="none"
    />
  );
}

/** A preset has a title; other choices are words of the file. */
function labelOf({ path: [key] }: FieldDescription, choice: string): string {
  const name = key === 'pyflex_preset' ? findPreset(choice) : null;
  return name === null ? choice : preset(name).title;
}

function ChoiceField({ field, id, value, wrong, disabled, describedBy }: ControlProps) {
  const choices = field.choices.map((choice) => ({ value: choice, label: labelOf(field, choice) }));
  const options = field.optional ? [{ value: '', label: t.none }, ...choices] : choices;
  const known = field.choices.includes(String(value)) || (value === null && field.optional);
  return (
    <NativeSelect
      id={id}
      size="xs"
      data={known ? options : [...options, { value: String(value), label: String(value) }]}
      value={valueText(value)}
      error={wrong}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={(event) => setField(field, event.currentTarget.value || null)}
    />
  );
}

function SetField({ field, id, value, disabled, describedBy }: ControlProps) {
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  const toggle = (choice: string) => {
    if (!chosen.delete(choice)) chosen.add(choice);
    const kept = field.choices.filter((each) => chosen.has(each));
    setField(field, kept);
  };
  return (
    <Group id={id} role="group" aria-label={field.title} aria-describedby={describedBy} gap="xs">
      {field.choices.map((choice) => (
        <Checkbox
          key={choice}
          label={choice}
          checked={chosen.has(choice)}
          disabled={disabled}
          onChange={() => toggle(choice)}
        />
      ))}
    </Group>
  );
}

/** The control that fits the kind of a parameter. */
export function FieldControl(props: ControlProps) {
  const { field, id, value, disabled, describedBy } = props;
  switch (field.kind) {
    case 'boolean':
      return (
        <Switch
          id={id}
          size="xs"
          withThumbIndicator={false}
          checked={value === true}
          disabled={disabled}
          label={value === true ? t.on : t.off}
          aria-label={field.title}
          aria-describedby={describedBy}
          onChange={(event) => setField(field, event.currentTarget.checked)}
        />
      );
    case 'choice':
      return <ChoiceField {...props} />;
    case 'set':
      return <SetField {...props} />;
    default:
      return <TypedField {...props} />;
  }
}
