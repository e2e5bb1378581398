import { afterAll, describe, expect, it } from 'vitest';
import { processPair } from '@/core/pair';
import { parametersOf, readCases, readProject, type AgreementCase } from './support/cases';
import { compareGeometry, compareMeasurement, compareTraces } from './support/compare';
import { DemoProject } from './support/demoProject';
import { Ledger, type Comparison } from './support/ledger';

const { demo, digests, versions } = readProject();
const project = await DemoProject.make(demo);
const ledger = new Ledger();

/** One pair through the workflow, stage after stage. */
function comparisonsOf({ case: given, pairs }: AgreementCase): Comparison[] {
  return pairs.flatMap((wanted) => {
    const input = project.input(wanted.pair, given);
    const parameters = parametersOf(given.set, input.synthetic[0].data.length);
    const { steps } = parameters.executive;
    const executive = { ...parameters.executive, steps: ['standardize' as const] };
    const standardized = processPair(input, { ...parameters, executive });
    const result = processPair(input, parameters);
    const hasResponse = parameters.preprocess.remove_response && parameters.st_obs_type === 'obs';
    expect(result.error, wanted.pair.join(' ')).toBeNull();
    return [
      ...compareTraces(standardized, wanted, 'standardize', 'stage'),
      ...compareGeometry(result, wanted),
      ...(steps.includes('preprocess')
        ? compareTraces(result, wanted, 'preprocess', hasResponse ? 'response' : 'stage')
        : []),
      ...compareMeasurement(result, wanted),
    ];
  });
}

describe('the demo project agrees with the reference stack', () => {
  it('is the project that the numbers were made from', () => {
    const changed = Object.entries(digests).filter(
      ([pair, digest]) => project.digest(pair.split('/') as [string, string]) !== digest,
    );
    const advice = 'the demo project has changed: run test/reference/make-reference.py again. Changed pairs';
    expect(changed.map(([pair]) => pair).join(', '), advice).toBe('');
  });

  it.each(readCases().filter(c => !c.case.set['adj_src_type']?.toString().endsWith('_dd')).map((each) => [each.case.name, each.pairs.length, each] as const))('%s: %i pairs', (name, _, given) => {
    ledger.note(name, comparisonsOf(given));
  });

  afterAll(() => {
    const stack = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    ledger.print(`Agreement with the reference stack (${stack.join(', ')}) on the demo project`);
  });
});
