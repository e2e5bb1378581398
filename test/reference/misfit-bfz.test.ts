import { describe, expect, it } from 'vitest';
import { defaultParameters, type AdjointSourceType, type MisfitParameters } from '@/core/config';
import { measure, type SecondsWindow } from '@/core/misfit';
import { correlate } from '@/core/misfit/correlation';
import { alignedWindow } from '@/core/misfit/multitaper/align';
import { frequencyBand } from '@/core/misfit/multitaper/band';
import { deviation as deviationOf } from '@/core/misfit/multitaper/deviation';
import { eigenSeries } from '@/core/misfit/multitaper/tapers';
import { crossSpectra } from '@/core/misfit/multitaper/transferFunction';
import { bandWeights } from '@/core/misfit/multitaper/weights';
import { zoom } from '@/core/misfit/multitaper/zoom';
import { windowSamples } from '@/core/misfit/windowed';
import { taperWeights } from '@/core/signal';
import { deviation, hasReference, NO_REFERENCE, referenceArrays, referenceJson } from '../support/reference';

interface Source {
  misfit: number;
  dt: number;
  component: string;
  windows: SecondsWindow[];
}

interface Run {
  min_period: number;
  max_period: number;
  adj_types: Record<string, { adjsrcs: Record<string, Source>; internals?: Internal[] }>;
}

type Internal = { channel: string } & (
  | { step: 'calculate_freq_limits'; nfreq_min: number; nfreq_max: number }
  | { step: 'calculate_multitaper' | 'calculate_freq_domain_taper'; arrays: string }
);

describe.skipIf(!hasReference)(`misfits of a real pair${hasReference ? '' : ` (${NO_REFERENCE})`}`, () => {
  const runs = hasReference ? referenceJson<{ runs: Record<string, Run> }>('bfz').runs : {};
  const array = hasReference ? referenceArrays('bfz') : () => new Float64Array(0);
  const defaults = defaultParameters().pyadjoint_parameters;
  const cases = Object.entries(runs).flatMap(([band, run]) =>
    Object.entries(run.adj_types).flatMap(([type, { adjsrcs }]) =>
      Object.entries(adjsrcs).map(([component, source]) => ({ band, run, type, component, source })),
    ),
  );
  const contextOf = ({ min_period, max_period }: Run) =>
    ({ minPeriod: min_period, maxPeriod: max_period, conventions: 'pyatoa' }) as const;

  it.each(cases.map((c) => [c.band, c.type, c.component, c] as const))('%s %s %s', (band, name, component, c) => {
    const [type, option] = name.split(',');
    const changed = option === undefined ? {} : Object.fromEntries([option.split('=')]);
    const parameters: MisfitParameters = { ...defaults, ...changed };
    const { misfit, adjoint } = measure(type as AdjointSourceType, {
      observed: array(`${band}/pre/obs/${component}`),
      synthetic: array(`${band}/pre/syn/${component}`),
      delta: c.source.dt,
      windows: c.source.windows,
      parameters,
      context: contextOf(c.run),
    });
    expect(Math.abs(misfit - c.source.misfit)).toBeLessThanOrEqual(1e-6 * c.source.misfit);
    expect(deviation(adjoint.toReversed(), array(`${band}/adjtype/${name}/${component}`))).toBeLessThan(1e-6);
  });

  const measured = cases.flatMap(({ band, run, type, component, source }) => {
    const steps = (run.adj_types[type].internals ?? []).filter((step) => step.channel.endsWith(component));
    return steps.length > 0 ? [{ band, run, component, source, steps }] : [];
  });

  it.each(measured.map((m) => [m.band, m.component, m] as const))('multitaper inside, %s %s', (name, component, m) => {
    const { dt: delta, windows } = m.source;
    const context = contextOf(m.run);
    const observed = array(`${name}/pre/obs/${component}`);
    const synthetic = array(`${name}/pre/syn/${component}`);
    const band = frequencyBand(synthetic, delta, defaults, context)!;
    const { left, length } = windowSamples(windows[0], delta, synthetic.length);
    const taper = taperWeights(length, defaults.taper_percentage, defaults.taper_type);
    const [d, s] = [observed, synthetic].map((x) => taper.map((weight, i) => weight * x[left + i]));
    const correlation = correlate(d, s, delta, defaults);
    const { tshift, dlna } = correlation;
    const data = alignedWindow(observed, left, length, tshift, dlna, { delta, parameters: defaults, context })!;
    const window = zoom(band, length);
    const [ofData, ofSynthetic] = [data, s].map((x) => eigenSeries(x, defaults.mt_nw, defaults.num_taper));
    const spectra = crossSpectra(ofData.map(window.forward), ofSynthetic.map(window.forward), ofSynthetic);
    const found = deviationOf(spectra, band, correlation, defaults);
    const weights = bandWeights(band, found, null, correlation, defaults, 'pyatoa');
    for (const step of m.steps) {
      if (step.step === 'calculate_freq_limits') {
        expect([band.low, band.high]).toEqual([step.nfreq_min, step.nfreq_max]);
      } else if (step.step === 'calculate_multitaper') {
        expect(deviation(found.dtau, array(`${step.arrays}/dtau`))).toBeLessThan(1e-9);
        expect(deviation(found.dlna, array(`${step.arrays}/dlna`))).toBeLessThan(1e-9);
      } else {
        expect(deviation(weights.dtau, array(`${step.arrays}/wp_w`))).toBeLessThan(1e-9);
        expect(deviation(weights.dlna, array(`${step.arrays}/wq_w`))).toBeLessThan(1e-9);
      }
    }
  });
});
