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
  const { signal } = question;
  const options = { ...optionsOf(question), ...(signal && { signal }) };
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response === 0;
}

/** As `ask`, and nothing else goes on until it is answered: for what must be decided within an event. */
export function askAtOnce(window: BrowserWindow, question: Question): boolean {
  return dialog.showMessageBoxSync(window, optionsOf(question)) === 0;
}

function optionsOf({ type, message, detail, deed, otherwise, usual }: Question): MessageBoxOptions {
  const preset = usual === 'deed' ? 0 : 1;
  return { type, message, detail, buttons: [deed, otherwise], defaultId: preset, cancelId: preset, noLink: true };
}
