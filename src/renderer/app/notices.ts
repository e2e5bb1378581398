import { ApiError } from '../bridge';
import { useApp, type Notice } from './store';

const DONE_SECONDS = 6;
let last = 0;

function add(notice: Omit<Notice, 'id'>): number {
  const id = ++last;
  useApp.setState(({ notices }) => ({
    // The same refusal twice is one message: a second click should not bury the window.
    notices: [...notices.filter((other) => other.message !== notice.message), { ...notice, id }].slice(-4),
  }));
  return id;
}

export function dismiss(id: number): void {
  useApp.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Takes back refusals of a kind that is over. */
export function dismissRefusals(code: string): void {
  const { notices } = useApp.getState();
  if (notices.some((notice) => notice.code === code)) {
    useApp.setState({ notices: notices.filter((notice) => notice.code !== code) });
  }
}

export function notifyDone(message: string): void {
  const id = add({ kind: 'done', message, advice: null });
  window.setTimeout(() => dismiss(id), DONE_SECONDS * 1000);
}

/** Why what somebody wants cannot be done now. */
export function notifyRefusal(message: string): void {
  const id = add({ kind: 'warning', message, advice: null });
  window.setTimeout(() => dismiss(id), DONE_SECONDS * 1000);
}

/** Something to know of that stops nothing. */
export function notifyWarning(message: string): void {
  add({ kind: 'warning', message, advice: null });
}

/** Something that the user may want to act on.
 *  @returns what `dismiss` takes, where it is settled otherwise */
export function notifyChoice(message: string, advice: string, action: NonNullable<Notice['action']>): number {
  return add({ kind: 'warning', message, advice, action });
}

export function notifyError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const { code, advice } = error instanceof ApiError ? error : { code: undefined, advice: null };
  add({ kind: 'error', message, code, advice });
}
