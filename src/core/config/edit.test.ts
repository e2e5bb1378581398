import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { clearParameter, givenValue, isEditable, setParameter } from './edit';

const FILE = `# Hikurangi, third iteration
min_period:   8     # s

pyflex_parameters:
    # tuned by eye
    c_0: 0.7
    tshift_acceptance_level: 8
paths: {events: catalogue}
`;

describe('setParameter', () => {
  it('changes a value and nothing else', () => {
    expect(setParameter(FILE, ['min_period'], 12.5)).toBe(FILE.replace('8     #', '12.5     #'));
    expect(setParameter(FILE, ['paths', 'events'], 'cmt')).toBe(FILE.replace('catalogue', 'cmt'));
  });

  it('adds what is not there, and keeps comments and order', () => {
    const text = setParameter(FILE, ['pyflex_parameters', 'c_1'], 2);
    expect(text).toContain('# tuned by eye');
    expect(text).toMatch(/min_period:[\s\S]*c_0: 0.7\n.*\n +c_1: 2\npaths/);
  });

  it('writes into an empty text, and into a group without content', () => {
    expect(setParameter('', ['preprocess', 'corners'], 4)).toBe('preprocess:\n  corners: 4\n');
    expect(setParameter('preprocess:\n', ['preprocess', 'corners'], 4)).toBe('preprocess:\n  corners: 4\n');
    expect(setParameter('# mine\n', ['min_period'], 4)).toBe('# mine\n\nmin_period: 4\n');
  });

  it('writes lists in one line, and text that needs quotes with quotes', () => {
    expect(setParameter('', ['preprocess', 'pre_filt'], [0.01, 0.02, 1, 2])).toContain('pre_filt: [0.01, 0.02, 1, 2]');
    expect(setParameter('observed_tag: a\n', ['observed_tag'], '12')).toBe('observed_tag: "12"\n');
  });
});

it('uses the group names of a file that Pyatoa wrote', () => {
  const text = 'pyflex_config:\n  c_0: 0.7\n';
  expect(givenValue(parseDocument(text), ['pyflex_parameters', 'c_0'])).toBe(0.7);
  expect(setParameter(text, ['pyflex_parameters', 'c_1'], 2)).toBe('pyflex_config:\n  c_0: 0.7\n  c_1: 2\n');
  expect(clearParameter(text, ['pyflex_parameters', 'c_0'])).toBe('');
});

describe('clearParameter', () => {
  it('takes out a key, and a group that is empty then', () => {
    expect(clearParameter('min_period: 8\npreprocess:\n  corners: 4\n', ['preprocess', 'corners'])).toBe(
      'min_period: 8\n',
    );
    expect(clearParameter('min_period: 8\n', ['min_period'])).toBe('');
  });

  it('leaves a text alone that has no such key', () => {
    expect(clearParameter(FILE, ['max_period'])).toBe(FILE);
  });
});

it('tells a value that is given from one that is not', () => {
  const document = parseDocument('min_period: 8\niteration:\npreprocess:\n  pre_filt: [1, 2, 3, 4]\n');
  expect(givenValue(document, ['min_period'])).toBe(8);
  expect(givenValue(document, ['iteration'])).toBeNull();
  expect(givenValue(document, ['preprocess', 'pre_filt'])).toEqual([1, 2, 3, 4]);
  expect(givenValue(document, ['preprocess', 'corners'])).toBeUndefined();
  expect(givenValue(document, ['paths', 'events'])).toBeUndefined();
});

it('takes no text with errors, and none that holds no keys', () => {
  expect([isEditable('a: [1'), isEditable('- a\n'), isEditable(''), isEditable(FILE)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
