import { notifyError } from '../app/notices';

/** Puts text on the clipboard; a browser that forbids it is reported. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).catch(notifyError);
}
