import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, defaultParameters, parseParameters } from './index';

/** Written by Pyatoa 0.4.2 (test/reference/make-config.py). */
const written = (name: string) => readFileSync(resolve(`test/reference/data/config/${name}.yaml`), 'utf8');

function issuesOf(yaml: string) {
  try {
    parseParameters(yaml, 'pyatoa.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

describe('a configuration that Pyatoa wrote', () => {
  it('with defaults gives our defaults', () => {
    const { component_list, ...others } = parseParameters(written('defaults'), 'x.yaml');
    expect(component_list).toEqual(['E', 'N', 'Z']);
    expect({ ...others, component_list: null }).toEqual(defaultParameters());
  });

  it('is read with what differs from the defaults', () => {
    const p = parseParameters(written('multitaper'), 'x.yaml');
    expect(p).toMatchObject({
      ...{ event_id: '2018p130600', iteration: 1, step_count: 0, min_period: 8, max_period: 20, rotate_to_rtz: true },
      ...{ unit_output: 'VEL', win_amp_ratio: 0.1, adj_src_type: 'multitaper', component_list: ['R', 'T', 'Z'] },
      pyflex_parameters: { c_0: 0.7, stalta_waterlevel: 0.1, noise_end_index: 40, c_1: 1.5 },
      pyadjoint_parameters: { taper_percentage: 0.2, num_taper: 3, lnpt: 15, transfunc_waterlevel: 1e-10 },
    });
  });

  it('of a double difference keeps its type and its tag', () => {
    expect(parseParameters(written('double-difference'), 'x.yaml')).toMatchObject({
      ...{ iteration: 2, step_count: null, adj_src_type: 'waveform_dd', component_list: ['Z'], st_obs_type: 'syn' },
      synthetic_tag: 'mine',
    });
  });

  it('may hold numbers and arrays of NumPy', () => {
    const { min_period, pyflex_parameters: p } = parseParameters(written('numpy'), 'x.yaml');
    expect([min_period, p.c_0, p.noise_end_index]).toEqual([8, 0.7, 3]);
    expect(p.s2n_limit).toEqual([1, 1 + 1 / 3, 1 + 2 / 3, 2]);
    expect(p.cc_acceptance_level).toEqual([1, 1, 1, 1]);
  });

  it('is overridden under our names', () => {
    const p = parseParameters(written('multitaper'), 'x.yaml', ['pyflex_parameters.c_0=0.9', 'min_period=9']);
    expect([p.pyflex_parameters.c_0, p.min_period]).toEqual([0.9, 9]);
  });

  it('is told about in its own names', () => {
    const yaml = written('multitaper').replace('  c_0: 0.7', '  c0: 0.7').replace('  num_taper: 3', '  num_taper: 0');
    const line = (text: string) => yaml.split('\n').findIndex((each) => each.startsWith(text)) + 1;
    expect(issuesOf(yaml)).toEqual([
      {
        path: 'pyflex_config.c0',
        ...{ line: line('  c0'), column: 3 },
        message: 'unknown parameter "pyflex_config.c0" (did you mean "c_0"?)',
      },
      {
        path: 'pyadjoint_config.num_taper',
        ...{ line: line('  num_taper'), column: 14 },
        message: '"pyadjoint_config.num_taper" is 0: must be at least 1',
      },
    ]);
  });

  it('is refused where it contradicts itself', () => {
    const [period] = issuesOf(written('multitaper').replace('min_period: 8', 'min_period: 9'));
    expect(period!.message).toBe('"pyflex_config.min_period" is 8, but "min_period" is 9: they must agree');
    expect(period!.line).toBeGreaterThan(15);
    const [type] = issuesOf(written('double-difference').replace('waveform_dd', 'waveform'));
    expect(type!.message).toContain(
      '"pyadjoint_config.adjsrc_type" is "waveform_dd", but "adj_src_type" is "waveform"',
    );
    const [twice] = issuesOf('pyflex_config:\n  c_0: 1\npyflex_parameters:\n  c_0: 2\n');
    expect(twice).toMatchObject({ line: 1, message: expect.stringContaining('keep one of them') as string });
  });
});
