import type { RunProgress } from '@/api';
import { useApp } from '../app/store';
import { texts } from '../texts';
import { isGoing, useRun } from './store';

const KEY = 'atoa-notify';

/** Whether this page may and shall show messages of the system: in a browser, when its user has said so. */
export function isNotifying(): boolean {
  return 'Notification' in window && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'yes';
}

/** Asks the browser's user for the right to show messages; called by a click.
 *  @returns whether it was given */
export async function allowNotifying(wanted: boolean): Promise<boolean> {
  localStorage.setItem(KEY, wanted ? 'yes' : 'no');
  if (!wanted) return false;
  return (await Notification.requestPermission()) === 'granted';
}

function endOf(progress: RunProgress): string {
  const { state, done, failed, windows } = progress;
  return texts.run.ended(texts.run.states[state].toLowerCase(), done, failed, windows);
}

/** Tells of the end of a run when the page is in the background.
 *  @returns a function that stops */
export function followEnd(): () => void {
  return useRun.subscribe(({ progress }, before) => {
    if (!isGoing(before.progress) || progress === null || isGoing(progress)) return;
    if (document.hasFocus() || !isNotifying()) return;
    const message = new Notification(useApp.getState().project?.name ?? 'Atoa', { body: endOf(progress) });
    message.onclick = () => window.focus();
  });
}
