import { describe, expect, it } from 'vitest';
import type { Response, ResponseStage } from '@/core/model';
import { evaluateResponse, ResponseError, type GroundMotion } from '.';
import golden from './evaluate.golden.json';

const AT = Float64Array.of(0.02, 1, 7, 20);

type Stage<K extends ResponseStage['kind']> = Extract<ResponseStage, { kind: K }>;

const common = { number: 2, inputUnits: 'V', outputUnits: 'counts', gain: 1, gainFrequency: 1 };
const decimation = (delay = 0, correction = 0) => ({ inputSampleRate: 100, factor: 1, offset: 0, delay, correction });

function sensor(change: Partial<Stage<'polesZeros'>> = {}): ResponseStage {
  return {
    ...{ ...common, number: 1, inputUnits: 'm/s', outputUnits: 'V', decimation: null },
    ...{ kind: 'polesZeros', transferFunction: 'laplaceRadians', normalizationFactor: 1, normalizationFrequency: 1 },
    ...{ zeros: [zero, zero], poles: [pole, { re: pole.re, im: -pole.im }], ...change },
  };
}
const zero = { re: 0, im: 0 };
const pole = { re: -0.037, im: 0.037 };

function digitalPoles(change: Partial<Stage<'polesZeros'>> = {}): ResponseStage {
  const zeros = [0.4, -0.4].map((im) => ({ re: 0.3, im }));
  const poles = [0.2, -0.2].map((im) => ({ re: 0.5, im }));
  return {
    ...sensor({ number: 2, inputUnits: 'V', transferFunction: 'digital', zeros, poles, decimation: decimation() }),
    ...change,
  } as ResponseStage;
}

function fir(coefficients: number[], change: Partial<Stage<'fir'>> = {}): ResponseStage {
  return { ...common, decimation: decimation(0.03, 0.02), kind: 'fir', symmetry: 'none', coefficients, ...change };
}

function coefficients(
  numerators: number[],
  denominators: number[],
  change: Partial<Stage<'coefficients'>> = {},
): ResponseStage {
  const kind = { kind: 'coefficients', transferFunction: 'digital' } as const;
  return { ...common, decimation: decimation(0.03, 0.02), ...kind, numerators, denominators, ...change };
}

function list(phases: number[]): ResponseStage {
  const frequencies = [0.01, 0.1, 1, 5, 10, 30];
  const amplitudes = [2, 5, 10, 20, 30, 10];
  const elements = frequencies.map((frequency, i) => ({ frequency, amplitude: amplitudes[i], phase: phases[i] }));
  return { ...common, number: 1, inputUnits: 'm/s', gain: 3, decimation: null, kind: 'responseList', elements };
}

function polynomial(c: number[]): ResponseStage {
  const bounds = { frequencyLowerBound: 0, frequencyUpperBound: 10, maximumError: 0 };
  const range = { approximationLowerBound: -1, approximationUpperBound: 1 };
  const head = { ...common, number: 1, inputUnits: 'm/s', decimation: null };
  return { ...head, kind: 'polynomial', coefficients: c, ...bounds, ...range };
}

function response(stages: ResponseStage[], frequency: number | null = 1): Response {
  const units = { inputUnits: 'm/s', outputUnits: 'counts' };
  return { sensitivity: frequency === null ? null : { value: 1, frequency, ...units }, stages };
}

const C = [0.1, 0.5, 0.3, 0.1];

/** Stages whose response ObsPy 1.5 (evalresp) computed at the frequencies `AT`. */
const CASES: [keyof typeof golden, GroundMotion, ResponseStage[]][] = [
  ['a sensor as it stands', 'VEL', [sensor({ normalizationFactor: 7, gain: 3 })]],
  ['a gain at another frequency', 'VEL', [sensor({ normalizationFactor: 7, gain: 3, gainFrequency: 0.02 })]],
  [
    'a normalization at another frequency, to displacement',
    'DISP',
    [sensor({ normalizationFactor: 7, gain: 3, normalizationFrequency: 0.02 })],
  ],
  ['poles in Hz, to acceleration', 'ACC', [sensor({ transferFunction: 'laplaceHertz', gain: 3 })]],
  ['a FIR filter with its correction', 'VEL', [sensor(), fir(C)]],
  [
    'a FIR filter with a gain at another frequency',
    'VEL',
    [sensor(), fir(C, { gain: 2, gainFrequency: 7, decimation: decimation() })],
  ],
  ['a FIR filter whose sum is not one', 'VEL', [sensor(), fir([0.1, 0.5, 0.3, 0.3], { decimation: decimation() })]],
  ['a FIR filter that is symmetric though it does not say so', 'VEL', [sensor(), fir([0.2, 0.3, 0.3, 0.2])]],
  ['half of an even FIR filter', 'VEL', [sensor(), fir([0.1, 0.2, 0.3], { symmetry: 'even' })]],
  ['half of an odd FIR filter', 'VEL', [sensor(), fir([0.1, 0.2, 0.5], { symmetry: 'odd' })]],
  ['digital coefficients without feedback', 'VEL', [sensor(), coefficients(C, [])]],
  [
    'digital coefficients with feedback',
    'VEL',
    [sensor(), coefficients([1, 0.3], [1, -0.5], { gain: 2, gainFrequency: 7 })],
  ],
  [
    'digital coefficients with feedback and their gain at zero frequency',
    'VEL',
    [sensor(), coefficients([1, 0.3], [1, -0.5], { gain: 2, gainFrequency: 0 })],
  ],
  [
    'digital coefficients without feedback and their gain at zero frequency',
    'VEL',
    [sensor(), coefficients(C, [], { gain: 2, gainFrequency: 0 })],
  ],
  [
    'analog coefficients, which the reference stack takes for digital ones',
    'VEL',
    [sensor(), coefficients([1, 2], [3, 1], { transferFunction: 'analogRadians' })],
  ],
  [
    'digital poles and zeros',
    'VEL',
    [sensor(), digitalPoles({ normalizationFactor: 7, gain: 2, decimation: decimation(0.03, 0.02) })],
  ],
  [
    'digital poles and zeros with a gain at another frequency',
    'VEL',
    [sensor(), digitalPoles({ normalizationFactor: 7, gain: 2, gainFrequency: 7 })],
  ],
  ['a stage of gain only', 'VEL', [sensor(), { ...common, kind: 'gain', gain: 5, gainFrequency: 7, decimation: null }]],
  ['a response list', 'DISP', [list([30, 60, 90, 120, 150, 100])]],
  [
    'a response list with a jump of phase, which the reference stack interpolates across',
    'VEL',
    [list([30, 60, 90, 170, -170, -100])],
  ],
  ['a straight line as polynomial', 'DISP', [polynomial([3, 5])]],
  ['a sensor that states nanometres', 'ACC', [sensor({ inputUnits: 'nm/s' })]],
];

function expectValues(got: { re: Float64Array; im: Float64Array }, expected: number[][]): void {
  expected.forEach(([re, im], k) => {
    expect(Math.hypot(got.re[k] - re, got.im[k] - im) / Math.hypot(re, im), `at ${AT[k]} Hz`).toBeLessThan(1e-12);
  });
}

describe('response', () => {
  it.each(CASES)('of %s', (name, motion, stages) => {
    expectValues(evaluateResponse(response(stages), AT, motion), golden[name]);
  });

  it('without a total sensitivity takes the last gain frequency for its own', () => {
    const stages = [
      sensor({ normalizationFactor: 7, gain: 3, gainFrequency: 0.02, normalizationFrequency: 0.02 }),
      fir(C, { gain: 2, gainFrequency: 7, decimation: decimation() }),
    ];
    expectValues(evaluateResponse(response(stages, null), AT, 'VEL'), golden['no total sensitivity']);
  });

  it('corrected: analog coefficients are powers of i omega, phases are unwrapped', () => {
    const analog = coefficients([1, 2], [3, 1], { transferFunction: 'analogHertz', inputUnits: 'm/s' });
    const { re, im } = evaluateResponse(response([analog]), AT, 'VEL', 'corrected');
    // (1 + 2 i) / (3 + i) at 1 Hz
    expect(re[1]).toBeCloseTo(0.5, 14);
    expect(im[1]).toBeCloseTo(0.5, 14);
    const phases = [30, 60, 90, 170, 190, 260];
    const jump = evaluateResponse(response([list([30, 60, 90, 170, -170, -100])]), AT, 'VEL', 'corrected');
    const smooth = evaluateResponse(response([list(phases)]), AT, 'VEL');
    AT.forEach((_, k) => {
      expect(jump.re[k]).toBeCloseTo(smooth.re[k], 10);
      expect(jump.im[k]).toBeCloseTo(smooth.im[k], 10);
    });
  });

  it('vanishes at zero frequency where ground motion has to be integrated', () => {
    const flat = response([sensor({ zeros: [], poles: [{ re: -1, im: 0 }] })]);
    const at = (motion: GroundMotion) => evaluateResponse(flat, Float64Array.of(0), motion).re[0];
    expect(at('DISP')).toBeCloseTo(0, 15);
    expect(at('VEL')).toBe(1);
    expect(at('ACC')).toBeCloseTo(0, 15);
  });

  it.each(['M/S', 'm/s', '(M)/S', 'm/sec', 'meter/second', 'M / S'])(
    'reads the unit %s as a velocity',
    (inputUnits) => {
      const { re } = evaluateResponse(response([sensor({ inputUnits })]), AT, 'VEL');
      expect(re[3]).toBeCloseTo(1, 5);
    },
  );

  it('names the stage and the remedy when it cannot be evaluated', () => {
    const of =
      (...stages: ResponseStage[]) =>
      () =>
        evaluateResponse(response(stages), AT, 'VEL');
    expect(of()).toThrow(/no stages.*level=response/);
    expect(of(sensor({ inputUnits: 'Pa' }))).toThrow(/"Pa", which is no displacement/);
    expect(of(sensor({ inputUnits: 'V' }))).toThrow(ResponseError);
    expect(of(sensor(), fir(C, { decimation: null }))).toThrow(/stage 2: .*input sample rate/);
    expect(of(polynomial([1, 2, 3]))).toThrow(/stage 1: a polynomial response of 3 coefficients/);
    expect(of(sensor({ gainFrequency: 0 }))).toThrow(/stage 1 lets nothing pass.* 0 Hz/);
    expect(of({ ...list([1]), elements: [] } as ResponseStage)).toThrow(/stage 1: a response list/);
  });
});
