import { expect, it } from 'vitest';
import { yamlTokens } from './yamlTokens';

const kinds = (line: string) => yamlTokens(line).map(({ kind, text }) => `${kind}:${text}`);

it('tells key, value and comment apart', () => {
  expect(kinds('  c_0: 0.7  # by eye')).toEqual(['plain:  ', 'key:c_0', 'plain:: 0.7  ', 'comment:# by eye']);
  expect(kinds('# all')).toEqual(['comment:# all']);
  expect(kinds('- a#b')).toEqual(['plain:- a#b']);
  expect(kinds('a: "x # y"')).toEqual(['key:a', 'plain:: "x # y"']);
});

it('loses no letter', () => {
  for (const line of ['', '   ', 'a', 'a:', "b: 'it''s' # c", '- x: [1, 2]']) {
    expect(
      yamlTokens(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line);
  }
});
