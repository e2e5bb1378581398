import type { Complex, Conventions, ResponseStage } from '@/core/model';
import { ResponseError } from './error';
import { delaySum, firResponse, symmetricResponse, unfold } from './fir';
import { cubicSpline } from './spline';

/** Complex amplification at a frequency in Hz, without the stage's gain. */
export type Transfer = (frequency: number) => Complex;

type PolesZeros = Extract<ResponseStage, { kind: 'polesZeros' }>;
type Coefficients = Extract<ResponseStage, { kind: 'coefficients' }>;
type ResponseList = Extract<ResponseStage, { kind: 'responseList' }>;
type Polynomial = Extract<ResponseStage, { kind: 'polynomial' }>;

/**
 * The amplification of one stage.
 * @throws ResponseError where the stage lacks what its kind needs
 * @see SEED Reference Manual 2.4, blockettes 53-55, 57, 61, 62
 */
export function transferOf(stage: ResponseStage, conventions: Conventions): Transfer {
  switch (stage.kind) {
    case 'polesZeros':
      return polesZeros(stage);
    case 'coefficients':
      return coefficients(stage, conventions);
    case 'fir':
      return stage.symmetry === 'none'
        ? firResponse(stage.coefficients, intervalOf(stage), correctionOf(stage))
        : symmetricResponse(unfold(stage.coefficients, stage.symmetry), intervalOf(stage));
    case 'responseList':
      return responseList(stage, conventions);
    case 'polynomial':
      return polynomial(stage);
    case 'gain':
      return () => ({ re: 1, im: 0 });
  }
}

function polesZeros(stage: PolesZeros): Transfer {
  const { zeros, poles, normalizationFactor, transferFunction } = stage;
  const interval = transferFunction === 'digital' ? intervalOf(stage) : 0;
  return (frequency) => {
    const omega = 2 * Math.PI * frequency;
    const at =
      transferFunction === 'digital'
        ? { re: Math.cos(omega * interval), im: Math.sin(omega * interval) }
        : { re: 0, im: transferFunction === 'laplaceHertz' ? frequency : omega };
    const up = productOfDistances(at, zeros);
    return scaled(quotient(up, productOfDistances(at, poles)), normalizationFactor);
  };
}

function productOfDistances(at: Complex, roots: Complex[]): Complex {
  let re = 1;
  let im = 0;
  for (const root of roots) {
    const x = at.re - root.re;
    const y = at.im - root.im;
    const next = re * x - im * y;
    im = re * y + im * x;
    re = next;
  }
  return { re, im };
}

function coefficients(stage: Coefficients, conventions: Conventions): Transfer {
  const { numerators, denominators, transferFunction } = stage;
  if (transferFunction !== 'digital' && conventions === 'corrected') {
    return (frequency) => {
      const s = transferFunction === 'analogHertz' ? frequency : 2 * Math.PI * frequency;
      return quotient(polynomialAt(numerators, s), polynomialAt(denominators, s));
    };
  }
  if (numerators.length === 0 && denominators.length === 0) return () => ({ re: 1, im: 0 });
  const interval = intervalOf(stage);
  if (denominators.length === 0) return firResponse(numerators, interval, correctionOf(stage));
  return (frequency) => {
    const angle = 2 * Math.PI * frequency * interval;
    return quotient(delaySum(numerators, angle), delaySum(denominators, angle));
  };
}

/** Sum of c[k] (i s)^k; one where there are no coefficients. */
function polynomialAt(c: number[], s: number): Complex {
  if (c.length === 0) return { re: 1, im: 0 };
  return c.reduceRight<Complex>((sum, value) => ({ re: value - sum.im * s, im: sum.re * s }), { re: 0, im: 0 });
}

function responseList(stage: ResponseList, conventions: Conventions): Transfer {
  const elements = stage.elements.toSorted((a, b) => a.frequency - b.frequency);
  const frequencies = elements.map((element) => element.frequency);
  if (frequencies.length === 0 || frequencies.some((f, i) => i > 0 && f === frequencies[i - 1])) {
    throw new ResponseError(`stage ${stage.number}: a response list needs frequencies, each of them once`);
  }
  const phases = elements.map((element) => element.phase);
  const amplitude = cubicSpline(
    frequencies,
    elements.map((element) => element.amplitude),
  );
  // The reference stack interpolates phases across their jumps of 360 degrees.
  const phase = cubicSpline(frequencies, conventions === 'corrected' ? unwrapped(phases) : phases);
  return (frequency) => {
    const size = amplitude(frequency);
    const angle = (phase(frequency) * Math.PI) / 180;
    return { re: size * Math.cos(angle), im: size * Math.sin(angle) };
  };
}

function unwrapped(degrees: number[]): number[] {
  let turns = 0;
  return degrees.map((value, i) => {
    if (i > 0) turns -= Math.round((value - degrees[i - 1]) / 360);
    return value + 360 * turns;
  });
}

/** Ground motion is c[0] + c[1] volts: only such a straight line has a frequency response. */
function polynomial({ number, coefficients: c }: Polynomial): Transfer {
  if (c.length !== 2 || c[1] === 0) {
    throw new ResponseError(
      `stage ${number}: a polynomial response of ${c.length} coefficients has no frequency response; ` +
        'switch the removal of the response off for this channel',
    );
  }
  return () => ({ re: 1 / c[1], im: 0 });
}

function intervalOf(stage: ResponseStage): number {
  const rate = stage.decimation?.inputSampleRate;
  if (rate === undefined || !(rate > 0)) {
    throw new ResponseError(`stage ${stage.number}: a digital filter needs its input sample rate (Decimation)`);
  }
  return 1 / rate;
}

function correctionOf(stage: ResponseStage): number {
  return stage.decimation?.correction ?? 0;
}

function quotient(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}

function scaled(a: Complex, factor: number): Complex {
  return { re: a.re * factor, im: a.im * factor };
}
