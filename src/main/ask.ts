import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';

/** A question with two answers. */
export interface Question {
  type: 'error' | 'question' | 'warning';
  message: string;
  detail: string;
  /** What the buttons say: of the deed, and of what is done otherwise. */
  deed: string;
  otherwise: string;
  /** What Enter and Escape choose. */
  usual: 'deed' | 'otherwise';
  /** Takes the question back; it is answered as by Escape then. */
  signal?: AbortSignal;
}

/** Asks by a box of the system.
 *  @param window it belongs to; none where null
 *  @returns whether the deed was chosen */
export async function ask(window: BrowserWindow | null, question: Question): Promise<boolean> {
  const { type, message, detail, deed, otherwise, usual, signal } = question;
  const preset = usual === 'deed' ? 0 : 1;
  const options: MessageBoxOptions = {
    ...{ type, message, detail, buttons: [deed, otherwise], defaultId: preset, cancelId: preset, noLink: true },
    ...(signal && { signal }),
  };
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response === 0;
}
