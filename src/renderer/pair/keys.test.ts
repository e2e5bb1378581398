import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { usesKey } from './keys';

class Element {
  isContentEditable = false;
  constructor(private readonly inside: string | null = null) {}
  closest = () => this.inside;
}
class Input extends Element {
  constructor(readonly type: string) {
    super();
  }
}

beforeAll(() => {
  vi.stubGlobal('HTMLElement', Element);
  vi.stubGlobal('HTMLInputElement', Input);
  vi.stubGlobal('HTMLTextAreaElement', class extends Element {});
});
afterAll(() => vi.unstubAllGlobals());

it.each([
  ['a text field, any key', new Input('text'), 'j', true],
  ['a choice, arrows', new Input('radio'), 'ArrowLeft', true],
  ['a choice, letters', new Input('radio'), 'j', false],
  ['a check box', new Input('checkbox'), 'ArrowLeft', false],
  ['tabs, arrows', new Element('tablist'), 'ArrowLeft', true],
  ['tabs, letters', new Element('tablist'), 'k', false],
  ['the table', new Element(), 'ArrowRight', false],
  ['nothing', null, 'j', false],
])('%s', (_, target, key, expected) => {
  expect(usesKey(target as unknown as EventTarget, key)).toBe(expected);
});
