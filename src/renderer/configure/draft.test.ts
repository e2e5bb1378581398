import { describe, expect, it } from 'vitest';
import { FIELDS, baseValue, isChanged, issueOf, keyOf, readDraft, searchFields } from './draft';

const field = (key: string) => FIELDS.find((each) => keyOf(each) === key)!;

describe('a draft', () => {
  it('tells what the text gives, and what is changed by it', () => {
    const draft = readDraft('min_period: 10\nmax_period: 50\n', 'atoa.yaml');
    expect([...draft.given]).toEqual([
      ['min_period', 10],
      ['max_period', 50],
    ]);
    expect([isChanged(draft, field('min_period')), isChanged(draft, field('max_period'))]).toEqual([false, true]);
    expect(draft.parameters?.max_period).toBe(50);
  });

  it('puts an issue beside its field', () => {
    const draft = readDraft('win_amp_ratio: 1.5\npreprocess:\n  pre_filt: [1, 2, -3, 4]\n', 'atoa.yaml');
    expect(draft.parameters).toBeNull();
    expect(issueOf(draft, field('win_amp_ratio'))).toBe('must be at most 1');
    expect(issueOf(draft, field('preprocess.pre_filt'))).toContain('at least 0');
    expect(issueOf(draft, field('min_period'))).toBeNull();
  });

  it('keeps the values of the form while the text is no YAML', () => {
    const before = readDraft('min_period: 12\n', 'atoa.yaml');
    const draft = readDraft('min_period: 12\nx: [1', 'atoa.yaml', before);
    expect(draft.editable).toBe(false);
    expect(draft.issues[0]!.line).toBe(2);
    expect(draft.given.get('min_period')).toBe(12);
  });

  it('takes what a preset says as what holds otherwise', () => {
    const draft = readDraft('pyflex_preset: maggi2009_global_50_150s\n', 'atoa.yaml');
    expect(baseValue(draft.base, field('pyflex_parameters.c_1'))).toBe(4);
    expect(isChanged(draft, field('pyflex_parameters.c_1'))).toBe(false);
    expect(isChanged(draft, field('pyflex_preset'))).toBe(true);
  });
});

it('finds fields by any of their words', () => {
  expect(searchFields('dlna acceptance').map(keyOf)).toContain('pyflex_parameters.dlna_acceptance_level');
  expect(searchFields('time shift').map(keyOf)).toContain('pyflex_parameters.tshift_acceptance_level');
  expect(searchFields('zzz')).toEqual([]);
  expect(searchFields('')).toBe(FIELDS);
});
