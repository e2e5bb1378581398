import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Where a code stands in the source: as an argument of an error, or as a field of a failure. */
const PLACES = [
  /new PairError\(\s*'[a-z]+',\s*(?:'(?<code>[a-z-]+)'|`(?<both>no-)\$\{\w+\}`)/g,
  /new (?:ProjectError|SessionError)\(\s*'(?<code>[a-z-]+)'/g,
  /unknown\('(?<code>unknown-[a-z]+)'/g,
  /\bcode: '(?<code>[a-z]+(?:-[a-z]+)*)'/g,
  /\bcode: status === 500 \? '(?<code>[a-z-]+)' : '(?<other>[a-z-]+)'/g,
];

function codesOfSource(): Set<string> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const codes = new Set<string>();
  for (const file of sources) {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    for (const place of PLACES) {
      for (const { groups = {} } of text.matchAll(place)) {
        const found = groups.both === undefined ? [groups.code, groups.other] : ['no-observed', 'no-synthetic'];
        for (const code of found) if (code !== undefined) codes.add(code);
      }
    }
  }
  return codes;
}

it('docs/errors.md lists the codes that the source has, all of them and no others', () => {
  const text = readFileSync(join(root, 'docs/errors.md'), 'utf8').split('## What bad data end as')[0]!;
  const listed = [...text.matchAll(/^\|(?: \w+ +\|)? `([a-z-]+)` +\|/gm)].map(([, code]) => code!);
  expect([...new Set(listed)].sort()).toEqual([...codesOfSource()].sort());
});
