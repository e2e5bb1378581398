import { Notification, powerSaveBlocker, type BrowserWindow } from 'electron';
import type { SessionHost } from '@/session';

type Signs = Required<Pick<SessionHost, 'progress' | 'notify'>>;

interface Front {
  window(): BrowserWindow | null;
  /** Brings the window to the front, or opens one. */
  show(): void;
}

/** Shows on the taskbar how far a run is, and its end by a message of the system unless the window is looked at. The mark
 *  of a run that has stopped stays until then. The computer does not go to sleep by itself while a run goes. */
export function taskbar(front: Front): Signs {
  const keepAwake = wakefulness();
  /** A notification that nothing holds may be forgotten with what its click is to do. */
  const held = new Set<Notification>();
  return {
    progress(sign) {
      keepAwake(sign?.mode === 'normal');
      const shown = front.window();
      if (!shown || shown.isDestroyed()) return;
      if (sign === null) return shown.setProgressBar(-1);
      shown.setProgressBar(sign.fraction, { mode: sign.mode });
      if (sign.mode === 'error' && sign.fraction === 1) {
        if (shown.isFocused()) shown.setProgressBar(-1);
        else shown.once('focus', () => shown.setProgressBar(-1));
      }
    },
    notify(title, body) {
      if (front.window()?.isFocused() || !Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      held.add(notification);
      const forget = () => held.delete(notification);
      notification.on('click', () => {
        forget();
        front.show();
      });
      notification.on('close', forget);
      notification.on('failed', forget);
      notification.show();
    },
  };
}

/** @returns a function that keeps the computer awake, or no longer; its screen may go dark */
function wakefulness(): (awake: boolean) => void {
  let blocker: number | null = null;
  return (awake) => {
    if (awake) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}
