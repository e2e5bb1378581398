import type { RunProgress } from '@/api';
import { useApp } from '../app/store';
import { texts } from '../texts';
import { isNotifying } from './notifying';
import { isGoing, useRun } from './store';

function endOf(progress: RunProgress): string {
  const { state, done, failed, windows } = progress;
  return texts.run.ended(texts.run.states[state].toLowerCase(), done, failed, windows);
}

/** Tells of the end of a run when a browser's page is in the background; the desktop window does so itself.
 *  @returns a function that stops */
export function followEnd(): () => void {
  return useRun.subscribe(({ progress }, before) => {
    if (!isGoing(before.progress) || progress === null || isGoing(progress)) return;
    if (useApp.getState().info?.face !== 'browser' || document.hasFocus() || !isNotifying()) return;
    const message = new Notification(useApp.getState().project?.name ?? 'Atoa', { body: endOf(progress) });
    message.onclick = () => window.focus();
  });
}
