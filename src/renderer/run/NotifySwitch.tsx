import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBell, IconBellOff, IconBellX } from '@tabler/icons-react';
import { texts } from '../texts';
import { setNotifying, useNotifying } from './notifying';

const t = texts.runViews;

/** The preference to be told of the end of a run, where the run is started. */
export function NotifySwitch() {
  const { on, leave } = useNotifying();
  const refused = leave === 'denied' || leave === 'unsupported';
  const Icon = on ? IconBell : refused ? IconBellX : IconBellOff;
  return (
    <Tooltip label={t.notifyLeave[leave]} multiline maw={300}>
      <ActionIcon aria-label={t.notify} aria-pressed={on} onClick={() => void setNotifying(!on)}>
        <Icon size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
