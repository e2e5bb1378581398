import { describe, expect, it } from 'vitest';
import { FormatError } from '../error';
import { parseXml } from './xml';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, skip?: Set<string>) => parseXml(bytes(text), 'a.xml', skip);

describe('parseXml', () => {
  it('gives elements without prefixes, with text, attributes and lines', () => {
    const root = parse(
      '\ufeff<?xml version="1.0"?>\n<q:a xmlns:q="u" k="1">\n <b> x &lt;&#65; <![CDATA[<y>]]> </b>\n</q:a>',
    );
    expect(root.name).toBe('a');
    expect(root.attributes['k']).toBe('1');
    expect(root.children[0]).toMatchObject({ name: 'b', text: 'x <A <y>', line: 3 });
  });

  it('leaves out the content of skipped elements', () => {
    const root = parse('<a><b><c><d/></c>text</b><e>1</e></a>', new Set(['b']));
    expect(root.children.map((child) => [child.name, child.children.length])).toEqual([
      ['b', 0],
      ['e', 0],
    ]);
  });

  it('reads the encoding that the file declares', () => {
    const text = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Z\xfcrich</a>', (c) => c.charCodeAt(0));
    expect(parseXml(text, 'a.xml').text).toBe('Zürich');
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'DOCTYPE'],
    ['<a>&x;</a>', 'not well-formed'],
    ['<a>\n<b></a>', 'line 2'],
    [`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'nested deeper'],
    ['', 'not well-formed'],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(FormatError);
    expect(() => parse(text)).toThrow(message);
  });
});
