import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultParameters } from '@/core/config';
import { component, secondsBetween, type Trace } from '@/core/model';
import { processPair } from '@/core/pair';
import { writeCmtSolution, writeMiniSeed, writeStationXml } from '@/formats';
import { expandSelection, Gatherer, openProject, pairFiles, type GatheredPair } from '@/project';
import { link, put, putWaveform, specfemText } from './folder';
import { numbered, STATIONS, type BenchCase } from './case';

const PERIODS = { minPeriod: 8, maxPeriod: 20 };

async function read(reference: string): Promise<GatheredPair & { synthetics: string[] }> {
  const project = await openProject(join(reference, 'projects/bfz'));
  const [pair] = expandSelection(project, { events: [], stations: [] });
  const files = pairFiles(project, pair!.event, pair!.station, pair!.channels);
  return { ...(await new Gatherer().gather(files, project.parameters)), synthetics: files.synthetic };
}

/** Case A: the pair `bfz` under many names, its record turned into displacement at the synthetic's samples, so that the
 *  reference stack's peer can read it. */
export async function makeBfz(folder: string, reference: string, pairs: number): Promise<BenchCase> {
  const input = await read(reference);
  const parameters = defaultParameters();
  parameters.preprocess.remove_response = true;
  parameters.preprocess.filter = false;
  parameters.executive.steps = ['standardize', 'preprocess'];
  const { components } = processPair(input, parameters);
  const texts = components.map(({ component: letter, observed }) => {
    const file = input.synthetics.find((path) => path.includes(`.BX${letter}.`))!;
    const synthetic = readFileSync(file, 'utf8');
    const start = Number(synthetic.trim().split(/\s/, 1)[0]);
    return { letter, synthetic, observed: specfemText(start, observed.delta, observed.data) };
  });
  const project = join(folder, 'A');
  const peer = join(folder, 'A-peer');
  for (let i = 0; i < pairs; i++) {
    const event = numbered('E', Math.floor(i / STATIONS));
    const station = numbered('B', i % STATIONS);
    for (const { letter, ...sides } of texts) {
      putWaveform(project, peer, { event, channel: `NZ.${station}.BX${letter}`, ...sides });
    }
  }
  put(join(project, 'atoa.yaml'), `${configuration(PERIODS)}st_obs_type: syn\n`);
  const what = `bfz as ${pairs} pairs, 3 components x 10,000 samples, 8-20 s`;
  return { name: 'A', what, pairs, project, peer, ...PERIODS };
}

/** Case A with all that a record brings: miniSEED at 100 Hz, instrument response, travel times. */
export async function makeRawBfz(folder: string, reference: string, pairs: number): Promise<BenchCase> {
  const input = await read(reference);
  const project = join(folder, 'A-raw');
  const event = input.event!;
  for (let i = 0; i < pairs; i++) {
    const id = numbered('E', Math.floor(i / STATIONS));
    const code = numbered('B', i % STATIONS);
    if (i % STATIONS === 0) put(join(project, 'events', `CMTSOLUTION_${id}`), writeCmtSolution({ ...event, id }));
    if (i < STATIONS) put(join(project, 'stations', `NZ.${code}.xml`), writeStationXml([{ ...input.station!, code }]));
    for (const trace of input.observed) putRecord(project, id, { ...trace, station: code });
    for (const file of input.synthetics) {
      const letter = file.split('.').at(-2)!;
      const first = join(project, 'synthetics', 'E001', `NZ.B001.${letter}.semd`);
      const target = join(project, 'synthetics', id, `NZ.${code}.${letter}.semd`);
      if (i === 0) put(target, readFileSync(file));
      else link(first, target);
    }
  }
  put(join(project, 'atoa.yaml'), `${configuration(PERIODS)}preprocess:\n  remove_response: true\n`);
  const offset = secondsBetween(event.time, input.synthetic[0]!.starttime).toFixed(0);
  const what = `the same from miniSEED at 100 Hz (from ${offset} s on), response removed, travel times`;
  return { name: 'A raw', what, pairs, project, peer: null, ...PERIODS };
}

function putRecord(project: string, event: string, trace: Trace): void {
  const name = `${trace.network}.${trace.station}.${trace.location}.HH${component(trace)}.mseed`;
  const bytes = writeMiniSeed([trace], { encoding: 'steim2', recordLength: 4096 });
  put(join(project, 'observed', event, name), bytes);
}

export function configuration({ minPeriod, maxPeriod }: { minPeriod: number; maxPeriod: number }): string {
  return `iteration: 1\nstep_count: 0\nmin_period: ${minPeriod}\nmax_period: ${maxPeriod}\n`;
}
