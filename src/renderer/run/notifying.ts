import { create } from 'zustand';
import { notifyWarning } from '../app/notices';
import { setPreferences, usePreferences } from '../app/preferences';
import { useApp } from '../app/store';
import { texts } from '../texts';

/** Whether messages of the system may be shown: by the desktop window always, by a browser when its user allows it. */
export type Leave = 'given' | 'unasked' | 'denied' | 'unsupported';

const LEAVES: Record<NotificationPermission, Leave> = { granted: 'given', default: 'unasked', denied: 'denied' };

function leaveNow(): Leave {
  return 'Notification' in window ? LEAVES[Notification.permission] : 'unsupported';
}

const useBrowserLeave = create<{ leave: Leave }>(() => ({ leave: leaveNow() }));

const isNative = () => useApp.getState().info?.face === 'electron';

/** Notices when the browser's settings change, for as long as the returned function is not called. */
export function followLeave(): () => void {
  const look = () => useBrowserLeave.setState({ leave: leaveNow() });
  let status: PermissionStatus | null = null;
  // Where it cannot be asked for, it is looked at when the window gets the focus.
  void navigator.permissions
    ?.query({ name: 'notifications' })
    .then((found) => {
      status = found;
      found.addEventListener('change', look);
    })
    .catch(() => undefined);
  window.addEventListener('focus', look);
  return () => {
    status?.removeEventListener('change', look);
    window.removeEventListener('focus', look);
  };
}

/** The one preference, and whether this face may follow it. */
export function useNotifying(): { on: boolean; leave: Leave } {
  const wanted = usePreferences((state) => state.notifyAtEnd);
  const native = useApp((state) => state.info?.face === 'electron');
  const inBrowser = useBrowserLeave((state) => state.leave);
  const leave = native ? 'given' : inBrowser;
  return { on: wanted && leave === 'given', leave };
}

/** Whether the end of a run is told by a message of the system. */
export function isNotifying(): boolean {
  return usePreferences.getState().notifyAtEnd && (isNative() || leaveNow() === 'given');
}

/** Changes the preference. A browser is asked for its leave where that is needed, and the user told where it refuses. */
export async function setNotifying(wanted: boolean): Promise<void> {
  if (wanted && !isNative() && leaveNow() === 'unasked') await Notification.requestPermission();
  useBrowserLeave.setState({ leave: leaveNow() });
  setPreferences({ notifyAtEnd: wanted });
  if (wanted && !isNotifying()) notifyWarning(texts.runViews.notifyLeave[leaveNow()]);
}
