import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useState } from 'react';
import { notifyWarning } from '../app/notices';
import { useApp } from '../app/store';
import { texts } from '../texts';
import { allowNotifying, isNotifying } from './ending';

const t = texts.runViews;

/** In a browser messages of the system need the user's leave. The desktop window has it. */
export function NotifySwitch() {
  const browser = useApp((state) => state.info?.face === 'browser');
  const [on, setOn] = useState(isNotifying);
  if (!browser || !('Notification' in window)) return null;
  const toggle = async () => {
    const allowed = await allowNotifying(!on);
    if (!on && !allowed) notifyWarning(t.notifyBlocked);
    setOn(allowed);
  };
  const Icon = on ? IconBell : IconBellOff;
  return (
    <Tooltip label={t.notifyHint}>
      <ActionIcon aria-label={t.notify} aria-pressed={on} onClick={() => void toggle()}>
        <Icon size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
