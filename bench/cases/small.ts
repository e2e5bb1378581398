import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { configuration } from './bfz';
import { numbered, type BenchCase } from './case';
import { link, put, specfemText } from './folder';

const PERIODS = { minPeriod: 10, maxPeriod: 100 };

/** Case C: the project `mpi30` as it is: 30 pairs of one component. */
export function makeMpi(folder: string, reference: string): BenchCase {
  const source = join(reference, 'projects/mpi30');
  const project = join(folder, 'C');
  const peer = join(folder, 'C-peer');
  cpSync(source, project, { recursive: true });
  for (const event of readdirSync(join(source, 'observed'))) {
    for (const name of readdirSync(join(source, 'observed', event))) {
      link(join(project, 'observed', event, name), join(peer, event, 'obs', name));
      link(join(project, 'synthetics', event, name), join(peer, event, 'syn', name));
    }
  }
  const what = 'mpi30: 30 pairs, 1 component x 5,000 samples, 10-100 s';
  return { name: 'C', what, pairs: 30, project, peer, ...PERIODS };
}

/** Stations an event of the scale section, and samples of a trace. */
const SCALE_STATIONS = 1000;
const LENGTH = 500;

/** Many pairs of small traces; all share the bytes of two files.
 *  @param steps left out to make pairs empty: nothing is windowed or measured */
export function makeMany(folder: string, pairs: number, empty = false): BenchCase {
  const project = join(folder, `${empty ? 'empty' : 'many'}-${pairs}`);
  const [observed, synthetic] = [3, 0].map((shift) => {
    const data = Float64Array.from({ length: LENGTH }, (_, i) => pulse((i - 200 - shift) / 40));
    return specfemText(0, 1, data);
  });
  // A file system bounds the names of a file: every event has files of its own.
  for (let first = 0; first < pairs; first += SCALE_STATIONS) {
    const event = numbered('E', first / SCALE_STATIONS);
    const count = Math.min(SCALE_STATIONS, pairs - first);
    for (const [side, text] of [
      ['observed', observed!],
      ['synthetics', synthetic!],
    ] as const) {
      const source = join(project, side, event, 'XX.S001.BXZ.semd');
      if (!existsSync(source)) put(source, text);
      for (let i = 1; i < count; i++) link(source, join(project, side, event, `XX.${numbered('S', i)}.BXZ.semd`));
    }
  }
  const steps = empty ? 'executive:\n  steps: [standardize]\n' : '';
  const yaml = `${configuration(PERIODS)}st_obs_type: syn\ncomponent_list: [Z]\n${steps}`;
  put(join(project, 'atoa.yaml'), yaml);
  const what = `${pairs} pairs, 1 component x ${LENGTH} samples`;
  return { name: empty ? 'empty' : 'many', what, pairs, project, peer: null, ...PERIODS };
}

function pulse(t: number): number {
  return (1 - 2 * t * t) * Math.exp(-t * t);
}
