/** A combination of keys, taken apart. */
interface Keys {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

export const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

function parse(keys: string): Keys {
  const parts = keys.split('+');
  const last = parts.pop()!;
  const key = last === PLUS ? '+' : last;
  return { mod: parts.includes('mod'), shift: parts.includes('shift'), alt: parts.includes('alt'), key };
}

/** Keys that need Shift on some keyboards and not on others. */
const LAYOUT_DEPENDENT = new Set(['?', '/', ',', '.', '+', '-']);
/** A sign that cannot stand in a combination itself. */
const PLUS = 'Plus';

/** Whether a key press is a combination. Letters are also known by their place, for keyboards of other scripts. */
export function matchesKeys(event: KeyboardEvent, keys: string, mac = isMac): boolean {
  const { mod, shift, alt, key } = parse(keys);
  const [wanted, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (wanted !== mod || other || event.altKey !== alt) return false;
  if (event.shiftKey !== shift && !LAYOUT_DEPENDENT.has(key)) return false;
  const latin = /^[\x20-\x7e]$/.test(event.key);
  return event.key.toLowerCase() === key.toLowerCase() || (!latin && event.code === `Key${key}`);
}

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '⏎',
  Escape: 'Esc',
  '-': '−',
};

/** The keys of a combination as they stand on the keyboard: ['Ctrl', 'K'], or ['⌘', 'K']. */
export function keyNames(keys: string, mac = isMac): string[] {
  const { mod, shift, alt, key } = parse(keys);
  const names = mac ? [alt && '⌥', shift && '⇧', mod && '⌘'] : [mod && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  return [...names.filter((name) => name !== false), NAMES[key] ?? key];
}

/** A combination as Electron writes accelerators. Keys without a modifier are none: they would take letters away from
 *  text fields. */
export function accelerator(keys: string): string | null {
  const { mod, shift, alt, key } = parse(keys);
  const isFunction = /^F\d+$/.test(key);
  if (!mod && !alt && !isFunction) return null;
  const named = key.startsWith('Arrow') ? key.slice('Arrow'.length) : key;
  return [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', named].filter(Boolean).join('+');
}
