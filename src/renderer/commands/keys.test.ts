import { describe, expect, it } from 'vitest';
import { accelerator, keyNames, matchesKeys } from './keys';

function press(key: string, changes: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' };
  return { ...none, key, ...changes } as KeyboardEvent;
}

describe('keys', () => {
  it('match with mod as Ctrl, and as Cmd on a Mac', () => {
    expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+K', false)).toBe(true);
    expect(matchesKeys(press('k', { metaKey: true }), 'mod+K', true)).toBe(true);
    expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+K', true)).toBe(false);
    expect(matchesKeys(press('k'), 'mod+K', false)).toBe(false);
  });

  it('tell Shift apart, but not for signs that some keyboards have on it', () => {
    expect(matchesKeys(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+Z', false)).toBe(false);
    expect(matchesKeys(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+Z', false)).toBe(true);
    expect(matchesKeys(press('/', { ctrlKey: true, shiftKey: true }), 'mod+/', false)).toBe(true);
  });

  it('know plus and minus wherever a keyboard has them', () => {
    expect(matchesKeys(press('+', { shiftKey: true }), 'Plus', false)).toBe(true);
    expect(matchesKeys(press('+'), 'Plus', false)).toBe(true);
    expect(matchesKeys(press('-'), '-', false)).toBe(true);
    expect(matchesKeys(press('-', { ctrlKey: true }), '-', false)).toBe(false);
    expect([keyNames('Plus', false), keyNames('-', false)]).toEqual([['+'], ['−']]);
  });

  it('are known by their place where the keyboard writes another script, and only there', () => {
    expect(matchesKeys(press('л', { ctrlKey: true, code: 'KeyK' }), 'mod+K', false)).toBe(true);
    expect(matchesKeys(press('t', { ctrlKey: true, code: 'KeyK' }), 'mod+K', false)).toBe(false);
  });

  it('are named as on the keyboard', () => {
    expect(keyNames('mod+shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyNames('mod+shift+Z', true)).toEqual(['⇧', '⌘', 'Z']);
    expect(keyNames('ArrowRight', false)).toEqual(['→']);
  });

  it('become accelerators, unless they would take letters from text fields', () => {
    expect(accelerator('mod+shift+Z')).toBe('CmdOrCtrl+Shift+Z');
    expect(accelerator('alt+ArrowLeft')).toBe('Alt+Left');
    expect(accelerator('F1')).toBe('F1');
    expect(accelerator('J')).toBeNull();
  });
});
