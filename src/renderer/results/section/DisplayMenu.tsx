import { ActionIcon, Checkbox, NativeSelect, NumberInput, Popover, SegmentedControl } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { texts } from '../../texts';
import classes from './Section.module.css';
import type { ArrivalChoice, SectionSettings } from './settings';

const t = texts.results.section;
const ARRIVALS = (['main', 'all', 'none'] as const).map((value) => ({ value, label: t.arrivalChoices[value] }));

interface DisplayMenuProps {
  settings: SectionSettings;
  onChange: (some: Partial<SectionSettings>) => void;
  /** Whether arrivals can be computed at all. */
  hasArrivals: boolean;
}

/** What of the traces is drawn, and how large. */
export function DisplayMenu({ settings, onChange, hasArrivals }: DisplayMenuProps) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t.display} title={t.display}>
          <IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.display} aria-label={t.display}>
        {(['observed', 'synthetic', 'windows'] as const).map((name) => (
          <Checkbox
            key={name}
            label={t.layers[name]}
            checked={settings[name]}
            onChange={({ currentTarget }) => onChange({ [name]: currentTarget.checked })}
          />
        ))}
        <NativeSelect
          aria-label={t.arrivals}
          title={hasArrivals ? t.arrivals : t.noArrivals}
          disabled={!hasArrivals}
          value={settings.arrivals}
          onChange={({ currentTarget }) => onChange({ arrivals: currentTarget.value as ArrivalChoice })}
          data={ARRIVALS}
        />
        <SegmentedControl
          aria-label={t.scaling}
          value={settings.scaling}
          onChange={(value) => onChange({ scaling: value as SectionSettings['scaling'] })}
          data={(['trace', 'common'] as const).map((value) => ({ value, label: t.scalings[value] }))}
        />
        <NumberInput
          label={t.amplitude}
          value={settings.amplitude}
          min={0.1}
          max={20}
          step={0.5}
          clampBehavior="strict"
          onChange={(value) => typeof value === 'number' && value > 0 && onChange({ amplitude: value })}
        />
        <NumberInput
          label={t.velocity}
          description={t.velocityHint}
          placeholder={t.notReduced}
          value={settings.velocity ?? ''}
          min={0.5}
          max={30}
          step={0.5}
          onChange={(value) => onChange({ velocity: typeof value === 'number' && value > 0 ? value : null })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
