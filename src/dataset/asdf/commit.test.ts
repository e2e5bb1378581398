import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { examplePair, type ExamplePair } from '../../../test/support/examplePair';
import { hasReference, NO_REFERENCE, REFERENCE } from '../../../test/support/reference';
import { loadHdf5, withFile, type Dataset, type Group } from '../hdf5/reader';
import { writeSpool } from '../spool';
import { commitEvent } from './commit';
import { readDataset } from './read';

const folder = mkdtempSync(join(tmpdir(), 'atoa-asdf-'));
afterAll(() => rmSync(folder, { recursive: true }));
const target = join(folder, '2018p130600.h5');
beforeEach(() => rmSync(target, { force: true }));

function spool(pair: ExamplePair, name = pair.key.station): string {
  const path = join(folder, `${name}.spool`);
  writeSpool(path, pair);
  return path;
}

function commit(...pairs: ExamplePair[]) {
  const spools = pairs.map((pair, index) => spool(pair, `${pair.key.station}-${index}`));
  return commitEvent({ target, event: '2018p130600', spools });
}

/** The same pair at another station. */
function atStation(code: string): ExamplePair {
  const pair = examplePair();
  pair.key.station = `NZ.${code}`;
  pair.station!.code = code;
  for (const { observed, synthetic } of pair.result.components) observed.station = synthetic.station = code;
  return pair;
}

async function stationsOf(path: string): Promise<{ waveforms: string[] }> {
  return withFile(await loadHdf5(), path, (file) => ({ waveforms: (file.get('/Waveforms') as Group).keys() }));
}

async function attributes(path: string): Promise<Record<string, unknown>> {
  return withFile(await loadHdf5(), target, (file) => {
    const { attrs } = file.get(path) as Dataset;
    return Object.fromEntries(Object.entries(attrs).map(([name, { value, dtype }]) => [name, [value, dtype]]));
  });
}

/** Results are kept on another disk by links to it. */
describe('a dataset that is a link', () => {
  const scratch = join(folder, 'scratch');
  beforeEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('stays one: what it leads to is made, also with its folder, and added to', async () => {
    const place = join(scratch, 'deeper/elsewhere.h5');
    symlinkSync('scratch/deeper/elsewhere.h5', target);
    await commit(atStation('AAA'));
    const { written } = await commit(atStation('BBB'));
    expect(readlinkSync(target)).toBe('scratch/deeper/elsewhere.h5');
    expect(readdirSync(join(scratch, 'deeper'))).toEqual(['elsewhere.h5']);
    const { waveforms } = await stationsOf(place);
    expect([written > 0, waveforms]).toEqual([true, ['NZ.AAA', 'NZ.BBB']]);
  });

  it('is told by its name where it leads in a circle', async () => {
    mkdirSync(scratch);
    symlinkSync('there', join(scratch, 'here'));
    symlinkSync('here', join(scratch, 'there'));
    symlinkSync('scratch/here', target);
    await expect(commit(examplePair())).rejects.toThrow(`${target} is a link that leads in a circle`);
  });
});

describe('commitEvent', () => {
  it('writes what an ASDF reader looks for, in the types it looks for', async () => {
    const report = await commit(examplePair());
    expect(report).toEqual({ target, pairs: 1, written: 15, kept: 0, warnings: [] });
    expect(await attributes('/')).toEqual({ file_format: ['ASDF', 'A4'], file_format_version: ['1.0.3', 'A5'] });
    const name = 'NZ.BFZ..BXE__2018-02-18T07:43:28__2018-02-18T07:45:07__synthetic_i01s00';
    const waveform = await attributes(`/Waveforms/NZ.BFZ/${name}`);
    expect(waveform['sampling_rate']).toEqual([2, '<d']);
    expect(waveform['starttime']).toEqual([1518939808127644000n, '<q']);
    expect(waveform['event_id']).toEqual([expect.stringContaining('2018p130600'), expect.stringMatching(/^A\d+$/)]);
    const window = await attributes('/AuxiliaryData/MisfitWindows/i01/s00/NZ_BFZ_N_0');
    expect(window).toMatchObject({
      left_index: [60n, '<q'],
      relative_starttime: [30, '<d'],
      absolute_endtime: ['2018-02-18T07:44:28.127644Z', 'S'],
      phase_arrival_S: [25.7, '<d'],
      channel_id: ['NZ.BFZ.10.HHN', 'S'],
    });
    const adjoint = await attributes('/AuxiliaryData/AdjointSources/i01/s00/NZ_BFZ_BXZ');
    expect(adjoint).toMatchObject({ location: ['10', 'S'], component: ['BXZ', 'S'], misfit: [2.5, '<d'] });
  });

  it('writes the configuration flat, with None spelled out and booleans as int8', async () => {
    const pair = examplePair();
    pair.parameters.adj_src_type = 'multitaper_dd';
    pair.parameters.pyflex_parameters = { ...pair.parameters.pyflex_parameters, s2n_limit: [1, 2, 3] };
    await commit(pair);
    expect(await attributes('/AuxiliaryData/Configs/i01/s00')).toMatchObject({
      iteration: [1n, '<q'],
      _synthetic_tag: ['None', 'S'],
      component_list: [['E', 'N', 'Z'], 'S'],
      rotate_to_rtz: [0, '<b'],
      pyflex_config_s2n_limit: [Float64Array.of(1, 2, 3), '<d'],
      pyflex_config_noise_end_index: ['', 'S'],
      pyflex_config_signal_end_index: [-1n, '<q'],
      pyadjoint_config_lnpt: [15n, '<q'],
      pyadjoint_config_double_difference: [1, '<b'],
    });
  });

  it('gives back what it was given', async () => {
    const pair = examplePair();
    await commit(pair);
    await readDataset(target, (dataset) => {
      expect([dataset.stations(), dataset.evaluations()]).toEqual([['NZ.BFZ'], ['i01/s00']]);
      expect(dataset.tags('NZ.BFZ')).toEqual(['observed', 'synthetic_i01s00']);
      const { components } = pair.result;
      expect(dataset.waveforms('NZ.BFZ', 'observed')).toEqual(components.map((c) => c.observed));
      expect(dataset.waveforms('NZ.BFZ', 'synthetic_i01s00')).toEqual(components.map((c) => c.synthetic));
      const windows = dataset.windows('i01/s00', 'NZ.BFZ');
      expect(windows.map((w) => w.component)).toEqual(['E', 'N', 'Z']);
      const lastOfPhase = [
        { name: 'sP', time: 18.78 },
        { name: 'S', time: 25.7 },
      ];
      expect(windows[0]!.window).toEqual({ ...components[0]!.windows[0], phases: lastOfPhase });
      const adjoint = dataset.adjointSource('i01/s00', 'NZ.BFZ', 'BXN');
      expect(adjoint).toMatchObject({ start: -20, delta: 0.5, misfit: 1.5, data: components[1]!.adjoint!.data });
      expect(dataset.adjointSource('i01/s01', 'NZ.BFZ', 'BXN')).toBeNull();
      expect(Buffer.from(dataset.quakeml()!).toString()).toContain('preferredOriginID');
      expect(Buffer.from(dataset.stationXml('NZ.BFZ')!).toString()).toContain('code="HHZ"');
    });
  });

  it('keeps earlier pairs and evaluations, and replaces what is measured again', async () => {
    await commit(atStation('AAA'), atStation('AAA_B'));
    const second = atStation('AAA');
    second.parameters.step_count = 1;
    expect(await commit(second)).toMatchObject({ pairs: 1, kept: 26 });
    const again = atStation('AAA');
    again.result.components[2]!.windows = [];
    await commit(again);
    await readDataset(target, (dataset) => {
      expect(dataset.evaluations()).toEqual(['i01/s00', 'i01/s01']);
      expect(dataset.windows('i01/s00', 'NZ.AAA').map((w) => w.component)).toEqual(['E', 'N']);
      expect(dataset.windows('i01/s01', 'NZ.AAA')).toHaveLength(3);
      expect(dataset.windows('i01/s00', 'NZ.AAA_B')).toHaveLength(3);
      expect(dataset.tags('NZ.AAA')).toEqual(['observed', 'synthetic_i01s00', 'synthetic_i01s01']);
      expect(dataset.waveforms('NZ.AAA', 'observed')).toHaveLength(3);
    });
  });

  it('leaves observed waveforms alone that other evaluations have, and says where they differ', async () => {
    await commit(examplePair());
    const second = examplePair();
    second.parameters.step_count = 1;
    expect((await commit(second)).warnings).toEqual([]);
    second.result.components[0]!.observed.data[50]! += 1;
    const differing = [expect.stringMatching(/differ from those of other evaluations at NZ\.BFZ: theirs are kept/)];
    expect((await commit(second)).warnings).toEqual(differing);
    const [observed] = await readDataset(target, (dataset) => dataset.waveforms('NZ.BFZ', 'observed'));
    expect(observed).toEqual(examplePair().result.components[0]!.observed);
    second.parameters.observed_tag = 'observed_again';
    expect((await commit(second)).warnings).toEqual([]);
    await readDataset(target, (dataset) => {
      expect(dataset.waveforms('NZ.BFZ', 'observed')).toHaveLength(3);
      expect(dataset.waveforms('NZ.BFZ', 'observed_again')).toHaveLength(3);
    });
  });

  it('replaces the observed waveforms of its only evaluation', async () => {
    await commit(examplePair());
    const again = examplePair();
    again.result.components[0]!.observed.data[50]! += 1;
    expect((await commit(again)).warnings).toEqual([]);
    const [observed] = await readDataset(target, (dataset) => dataset.waveforms('NZ.BFZ', 'observed'));
    expect(observed).toEqual(again.result.components[0]!.observed);
  });

  it('takes the results of a pair out that now failed', async () => {
    await commit(examplePair(), atStation('AAA'));
    const pair = examplePair();
    pair.result.error = { stage: 'window', code: 'x', message: 'x', advice: null, cause: null };
    await commit(pair);
    await readDataset(target, (dataset) => {
      expect(dataset.windows('i01/s00', 'NZ.BFZ')).toEqual([]);
      expect(dataset.adjointSource('i01/s00', 'NZ.BFZ', 'BXN')).toBeNull();
      expect(dataset.tags('NZ.BFZ')).toEqual(['observed']);
      expect(dataset.windows('i01/s00', 'NZ.AAA')).toHaveLength(3);
    });
  });

  it('leaves out a trace that holds NaN, and says so', async () => {
    const pair = examplePair();
    pair.result.components[0]!.observed.data[7] = NaN;
    const report = await commit(pair);
    expect(report.warnings).toEqual([expect.stringMatching(/HHE__.*__observed holds values that are not finite/)]);
  });

  it('leaves the old file alone when a spool cannot be read, and no leavings', async () => {
    await commit(examplePair());
    const before = readFileSync(target);
    const broken = join(folder, 'broken.spool');
    writeFileSync(broken, 'nothing');
    const spools = [spool(atStation('AAA')), broken];
    await expect(commitEvent({ target, event: '2018p130600', spools })).rejects.toThrow(/broken\.spool: is cut short/);
    expect(readFileSync(target).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('refuses a spool of another event and an old file that is damaged', async () => {
    const other = examplePair();
    other.key.event = 'another';
    await expect(commit(other)).rejects.toThrow(/is of another, i01\/s00/);
    writeFileSync(target, 'not HDF5');
    await expect(commit(examplePair())).rejects.toThrow('2018p130600.h5: byte 0: expected the signature of HDF5');
    expect(readFileSync(target, 'utf8')).toBe('not HDF5');
  });

  it('writes over what a crash left behind', async () => {
    writeFileSync(`${target}.part`, 'half a file');
    await commit(examplePair());
    expect(existsSync(`${target}.part`)).toBe(false);
    expect(await readDataset(target, (dataset) => dataset.stations())).toEqual(['NZ.BFZ']);
  });

  it.skipIf(!hasReference)(`takes over a file of pyasdf, compressed and with booleans (${NO_REFERENCE})`, async () => {
    copyFileSync(resolve(REFERENCE, 'asdf_example.h5'), target);
    const old = await readDataset(target, (dataset) => [
      dataset.windows('i01/s00', 'NZ.BFZ'),
      dataset.waveforms('NZ.BFZ', 'synthetic_i01s00'),
      dataset.adjointSource('i01/s00', 'NZ.BFZ', 'BXN'),
    ]);
    const pair = examplePair();
    pair.parameters.step_count = 1;
    expect(await commit(pair)).toMatchObject({ kept: 11 });
    const kept = await readDataset(target, (dataset) => [
      dataset.windows('i01/s00', 'NZ.BFZ'),
      dataset.waveforms('NZ.BFZ', 'synthetic_i01s00'),
      dataset.adjointSource('i01/s00', 'NZ.BFZ', 'BXN'),
    ]);
    expect(kept).toEqual(old);
    const config = await attributes('/AuxiliaryData/Configs/i01/s00');
    expect(config['pyadjoint_config_use_cc_error']).toEqual([1, '<b']);
    expect(config['component_list']![0 as never]).toEqual(['E', 'N', 'Z']);
  });
});
