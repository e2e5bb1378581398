import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  componentsOf,
  defaultParameters,
  evaluationNumbers,
  evaluationPath,
  parseParameters,
  syntheticTag,
  windowSource,
} from './index';

function issuesOf(yaml: string, overrides: string[] = []) {
  try {
    parseParameters(yaml, 'atoa.yaml', overrides);
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

describe('parseParameters', () => {
  it('advises quotes where a brace begins a path', () => {
    const [issue] = issuesOf('paths:\n  observed: {event_id}/obs\n');
    expect(issue).toMatchObject({ line: 2 });
    const [read] = issuesOf('paths:\n  observed: {event_id}\n');
    expect(read!.message).toContain("put it in quotes: '{event_id}/…'");
  });

  it.each([
    ['max_period: sixty', '"max_period" is "sixty": must be a number'],
    ['preprocess:\n  remove_response: maybe', 'must be true or false'],
    ['component_list: Q', 'must be a list, such as [a, b]'],
    ['preprocess: 3', 'must be a map of parameters'],
    ['- a', 'the whole file is ["a"]: must be a map of parameters'],
    ['pyflex_parameters:\n  c_0: .inf', '"pyflex_parameters.c_0" is Infinity: must be a number'],
    ['pyflex_parameters:\n  s2n_limit: high', '"high": must be a number, or a list of one number per sample'],
    ['pyflex_parameters:\n  s2n_limit: -1', '-1: must be at least 0'],
    ['component_list: [Z, Z]', '"component_list" is ["Z","Z"]: must name each component once'],
    ['preprocess:\n  period_bands: [[10, 30], [60, 30]]', '[60,30]: must be [shortest, longest] in s'],
    ['double_difference:\n  min_distance: 200', 'min_distance must not be above max_distance'],
    ['adj_src_type: waveforn', '(did you mean "waveform"?)'],
  ])('says in plain words what is wrong with %j', (yaml, message) => {
    expect(issuesOf(yaml).map((issue) => issue.message)).toEqual([expect.stringContaining(message)]);
  });

  it('names the group that a parameter belongs to', () => {
    expect(issuesOf('steps: [window]')[0]!.message).toBe(
      'unknown parameter "steps" (it belongs elsewhere: "executive.steps")',
    );
    const [inGroup] = issuesOf('preprocess:\n  min_period: 3\n');
    expect(inGroup).toMatchObject({
      line: 2,
      message: expect.stringContaining('(it belongs elsewhere: "min_period")'),
    });
  });

  it('gives all defaults for an empty file', () => {
    expect(parseParameters('', 'atoa.yaml')).toEqual(defaultParameters());
  });

  it('reads a Pyatoa configuration and keeps the defaults of what it leaves out', () => {
    const p = parseParameters('min_period: 8\nmax_period: 20\npyflex_parameters:\n  c_0: 0.7\n', 'atoa.yaml');
    expect(p.min_period).toBe(8);
    expect(p.pyflex_parameters.c_0).toBe(0.7);
    expect(p.pyflex_parameters.c_1).toBe(1.5);
    expect(p.pyadjoint_parameters.taper_percentage).toBe(0.3);
  });

  it('names an unknown key, its line and the nearest known name', () => {
    const [issue] = issuesOf('min_period: 8\npyflex_parameters:\n  stalta_watrelevel: 0.1\n');
    expect(issue).toMatchObject({ path: 'pyflex_parameters.stalta_watrelevel', line: 3, column: 3 });
    expect(issuesOf('min_period: 8\nmax_perod:   20\n')[0]).toMatchObject({ line: 2, column: 1 });
    expect(issue!.message).toContain('did you mean "stalta_waterlevel"?');
  });

  it('names key, value, range and line of a value out of range', () => {
    const [issue] = issuesOf('iteration: 1\nwin_amp_ratio: 1.5\n');
    expect(issue).toEqual({
      ...{ path: 'win_amp_ratio', line: 2, column: 16 },
      message: '"win_amp_ratio" is 1.5: must be at most 1',
    });
  });

  it('lists what a choice may be', () => {
    const [issue] = issuesOf('adj_src_type: cc_travelltime\n');
    expect(issue!.message).toMatch(/must be one of waveform, convolution, cc_traveltime/);
  });

  it('refuses periods in the wrong order', () => {
    expect(issuesOf('min_period: 30\nmax_period: 10\n')[0]).toMatchObject({ path: 'min_period', line: 1 });
  });

  it('reports broken YAML with its line', () => {
    expect(issuesOf('min_period: 8\nmax_period: 20\niteration: {a: [1}\n')[0]!.line).toBe(3);
  });

  it('reports every issue at once', () => {
    expect(issuesOf('min_period: -1\nfoo: 2\niteration: 0\n')).toHaveLength(3);
  });

  it('applies overrides with dots over the file', () => {
    const p = parseParameters('min_period: 8\n', 'atoa.yaml', [
      'min_period=12',
      'pyflex_parameters.c_0=0.5',
      'preprocess.pre_filt=[1,2,3,4]',
    ]);
    expect([p.min_period, p.pyflex_parameters.c_0, p.preprocess.pre_filt]).toEqual([12, 0.5, [1, 2, 3, 4]]);
  });

  it('gives no line of the file for a bad override', () => {
    expect(issuesOf('min_period: 8\n', ['min_period=x'])[0]).toMatchObject({ path: 'min_period', line: null });
    expect(() => parseParameters('', 'atoa.yaml', ['nonsense'])).toThrow('is not key=value');
  });
});

describe('names of an evaluation', () => {
  it('follow iteration and step count', () => {
    const p = { iteration: 1, step_count: 0, synthetic_tag: null };
    expect([evaluationPath(p), syntheticTag(p)]).toEqual(['i01/s00', 'synthetic_i01s00']);
    expect(evaluationPath({ iteration: null, step_count: null })).toBe('default');
    for (const [iteration, step_count] of [
      [null, null],
      [3, null],
      [3, 0],
      [120, 4],
    ] as const) {
      expect(evaluationNumbers(evaluationPath({ iteration, step_count }))).toEqual({ iteration, step_count });
    }
    expect(syntheticTag({ ...p, iteration: null })).toBe('synthetic');
    expect(syntheticTag({ ...p, synthetic_tag: 'mine' })).toBe('mine');
  });

  it('windows come from this evaluation, or from the first by the policy', () => {
    const source = (text: string) => windowSource(parseParameters(text, 'atoa.yaml'));
    const at = (iteration: number, step: number, fix: string) =>
      source(`iteration: ${iteration}\nstep_count: ${step}\nfix_windows: ${fix}\n`);
    expect(at(2, 3, '{}')).toBeNull();
    expect([at(2, 0, '{policy: iteration}'), at(2, 3, '{policy: iteration}')]).toEqual([null, 'i02/s00']);
    expect([at(1, 0, '{policy: once}'), at(2, 0, '{policy: once}')]).toEqual([null, 'i01/s00']);
    expect([at(2, 3, '{from: i01/s02}'), at(1, 2, '{from: i01/s02}')]).toEqual(['i01/s02', null]);
    expect(source('iteration: 3\nfix_windows: {policy: once}\n')).toBe('i01');
    expect(issuesOf('fix_windows: {policy: once}')[0]).toMatchObject({ path: 'fix_windows.policy' });
    expect(issuesOf('fix_windows: {from: s00}')[0]).toMatchObject({ path: 'fix_windows.from' });
  });

  it('components follow rotation', () => {
    expect(componentsOf({ component_list: null, rotate_to_rtz: true })).toEqual(['R', 'T', 'Z']);
    expect(componentsOf({ component_list: ['Y'], rotate_to_rtz: true })).toEqual(['Y']);
  });
});
