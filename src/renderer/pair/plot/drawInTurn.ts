import { inOwnTask } from '../../common/ownTask';

/** What waits to be drawn, by whose it is, in order of coming. */
const waiting = new Map<object, () => void>();
let isBusy = false;

/** Draws at once where nothing has been drawn in this task, and in a task of its own, after what came before, where
 *  something has: the plots of all components together would make one long task.
 *  @param owner of what it asks for more than once only the last is done */
export function drawInTurn(owner: object, draw: () => void): void {
  if (isBusy) return void waiting.set(owner, draw);
  isBusy = true;
  draw();
  inOwnTask(drawNext);
}

export function isToBeDrawn(owner: object): boolean {
  return waiting.has(owner);
}

export function drawNoMore(owner: object): void {
  waiting.delete(owner);
}

function drawNext(): void {
  const [next] = waiting;
  isBusy = next !== undefined;
  if (!next) return;
  waiting.delete(next[0]);
  // What throws holds up no other.
  inOwnTask(drawNext);
  next[1]();
}
