import { Notification, type BrowserWindow } from 'electron';
import type { SessionHost } from '@/session';

type Signs = Required<Pick<SessionHost, 'progress' | 'notify'>>;

/** Shows on the taskbar how far a run is, and its end by a message of the system unless the window is looked at. The mark
 *  of a run that has stopped stays until then. */
export function taskbar(window: () => BrowserWindow | null): Signs {
  const show = (sign: Parameters<Signs['progress']>[0]) => {
    const shown = window();
    if (!shown || shown.isDestroyed()) return;
    if (sign === null) return shown.setProgressBar(-1);
    shown.setProgressBar(sign.fraction, { mode: sign.mode });
    if (sign.mode === 'error' && sign.fraction === 1) {
      if (shown.isFocused()) shown.setProgressBar(-1);
      else shown.once('focus', () => shown.setProgressBar(-1));
    }
  };
  return {
    progress: show,
    notify(title, body) {
      const shown = window();
      if (shown?.isFocused() || !Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      notification.on('click', () => {
        const target = window();
        if (target?.isMinimized()) target.restore();
        target?.focus();
      });
      notification.show();
    },
  };
}
