import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wildcard } from './wildcard';

it('knows any characters and one character, and takes all others for themselves', () => {
  const matches = (pattern: string, texts: string[]) => texts.filter(wildcard(pattern));
  expect(matches('NZ.B*', ['NZ.BFZ', 'NZ.B', 'NZxBFZ', 'XNZ.BFZ'])).toEqual(['NZ.BFZ', 'NZ.B']);
  expect(matches('?F?', ['BFZ', 'FZ', 'BFZZ'])).toEqual(['BFZ']);
  expect(matches('a+(b)[c]', ['a+(b)[c]', 'aab'])).toEqual(['a+(b)[c]']);
  expect(matches('*', ['', 'any\nline'])).toEqual(['', 'any\nline']);
  expect(matches('', ['', 'a'])).toEqual(['']);
});

it('matches every text by itself, and by itself with a star in place of any part', () => {
  const plain = fc.string().filter((text) => !/[*?]/.test(text));
  fc.assert(
    fc.property(plain, fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      expect(wildcard(text)(text)).toBe(true);
      expect(wildcard(`${text.slice(0, from)}*${text.slice(to)}`)(text)).toBe(true);
    }),
  );
});
