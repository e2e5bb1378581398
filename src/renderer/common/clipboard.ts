import { notifyDone, notifyError } from '../app/notices';
import { texts } from '../texts';

let last = 0;

async function write(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Error(texts.contextMenu.notCopied);
  }
}

/** Puts text on the clipboard; that it cannot be had, or is refused by the browser, is reported. Of two copies the one that
 *  was asked for last stays, though the text of the other comes later.
 *  @param done what is said once it is there; nothing where left out */
export async function copyText(text: string | Promise<string>, done?: string): Promise<void> {
  const turn = ++last;
  try {
    const ready = await text;
    if (turn !== last) return;
    await write(ready);
    if (done !== undefined) notifyDone(done);
  } catch (error) {
    notifyError(error);
  }
}
