/** Whether an element makes own use of a key, so that it is not a command of the pair view. */
export function usesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  const arrow = key.startsWith('Arrow');
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' ? false : target.type !== 'radio' || arrow;
  return arrow && target.closest('[role=tablist], [role=menu], [role=separator]') !== null;
}
