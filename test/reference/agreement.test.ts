import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { processPair } from '@/core/pair';
import { hasReference, NO_REFERENCE } from '../support/reference';
import { parametersOf, readCases, readProject, type AgreementCase } from './support/cases';
import { compareGeometry, compareMeasurement, compareTraces } from './support/compareDemo';
import { compareDouble } from './support/compareDouble';
import { DemoProject } from './support/demoProject';
import { Ledger, type Comparison } from './support/ledger';
import { sharedCases } from './support/sharedCases';

const { demo, digests, versions } = readProject();
const project = await DemoProject.make(demo);
const ledger = new Ledger();
const DOCUMENT = resolve(import.meta.dirname, '../../docs/agreement.md');
/** What the table of the document begins with. */
const TABLE = '| case |';

type Wanted = AgreementCase['pairs'][number];

/** One pair through the workflow, compared stage after stage. */
function comparePair(given: AgreementCase['case'], wanted: Wanted): Comparison[] {
  const { input, parameters } = prepared(given, wanted.pair);
  const executive = { ...parameters.executive, steps: ['standardize' as const] };
  const standardized = processPair(input, { ...parameters, executive });
  const result = processPair(input, parameters);
  expect(result.error, wanted.pair.join(' ')).toBeNull();
  const hasResponse = parameters.preprocess.remove_response && parameters.st_obs_type === 'obs';
  const isPreprocessed = parameters.executive.steps.includes('preprocess');
  return [
    ...compareTraces(standardized, wanted, 'standardize'),
    ...compareGeometry(result, wanted),
    ...(isPreprocessed ? compareTraces(result, wanted, 'preprocess', hasResponse ? 'response' : 'preprocess') : []),
    ...compareMeasurement(result, wanted),
  ];
}

/** Two stations of an event, measured together. */
function compareStations(given: AgreementCase['case'], wanted: Wanted): Comparison[] {
  const [first, second] = [wanted.pair, wanted.second!].map((pair) => {
    const { input, parameters } = prepared(given, pair);
    return processPair(input, { ...parameters, adj_src_type: 'cc_traveltime' });
  });
  return compareDouble(first, second, wanted, prepared(given, wanted.pair).parameters);
}

function prepared(given: AgreementCase['case'], pair: Wanted['pair']) {
  const input = project.input(pair, given);
  return { input, parameters: parametersOf(given.set, input.synthetic[0].data.length) };
}

describe('the demo project agrees with the reference stack', () => {
  it('is the project that the numbers were made from', () => {
    const changed = Object.entries(digests).filter(
      ([pair, digest]) => project.digest(pair.split('/') as [string, string]) !== digest,
    );
    const advice = 'the demo project has changed: run test/reference/make-reference.py again. Changed pairs';
    expect(changed.map(([pair]) => pair).join(', '), advice).toBe('');
  });

  const cases = readCases().map((each) => [each.case.name, each.pairs.length, each] as const);
  it.each(cases)('%s: %i pairs', (name, _, { case: given, pairs }) => {
    const compare = pairs[0].double === undefined ? comparePair : compareStations;
    ledger.note(
      name,
      pairs.flatMap((wanted) => compare(given, wanted)),
    );
  });
});

describe.skipIf(!hasReference)(`agreement with shared numbers${hasReference ? '' : ` (${NO_REFERENCE})`}`, () => {
  const cases = hasReference ? sharedCases() : [];
  it.each(cases)('%s', async (name, compare) => ledger.note(name, await compare()));
});

describe('the document of the agreement', () => {
  const text = readFileSync(DOCUMENT, 'utf8');
  it('has a line for each case', () => {
    const missing = readCases().filter(({ case: { name } }) => !text.includes(`| ${name} |`));
    expect(missing.map((each) => each.case.name).join(', '), 'write it anew, as it says').toBe('');
  });

  it('names the versions compared with', () => {
    expect(text.replace(/\s+/g, ' ')).toContain(stackVersions());
  });
});

function stackVersions(): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

afterAll(() => {
  ledger.print(`Largest deviations from the reference stack (${stackVersions()})`);
  if (process.env.ATOA_WRITE_AGREEMENT !== '1' || !hasReference) return;
  const text = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, text.slice(0, text.indexOf(TABLE)) + ledger.markdown());
});
