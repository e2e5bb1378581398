import type { Complex } from '@/core/model';
import { Cache } from './cache';
import { add, complex, divide, multiply, product, scale, squareRoot, subtract } from './complex';
import { BandError } from './error';
import { sectionsOf, type Sos, type Zpk } from './sos';

export type FilterKind = 'bandpass' | 'highpass' | 'lowpass';

const designs = new Cache<string, Sos>(64);

/**
 * Digital Butterworth filter as second-order sections, by the bilinear transform of the analog prototype.
 * @param kind          what passes
 * @param corners       number of poles of the prototype, at least 1; a band-pass has twice as many
 * @param frequencies   corner frequencies in Hz: one, or two in increasing order for a band-pass
 * @param samplingRate  in Hz
 * @throws BandError where a corner does not lie between zero and the Nyquist frequency, or the two are not in order
 * @see Oppenheim & Schafer 2010, ch. 7
 */
export function butterworth(kind: FilterKind, corners: number, frequencies: number[], samplingRate: number): Sos {
  const key = [kind, corners, samplingRate, ...frequencies].join(' ');
  return designs.get(key, () => {
    check(kind, corners, frequencies, samplingRate);
    const nyquist = 0.5 * samplingRate;
    // The bilinear transform at a sampling rate of 2 takes the analog frequency 4 tan(pi f / 2) to f Nyquists.
    const warped = frequencies.map((frequency) => 4 * Math.tan((Math.PI * (frequency / nyquist)) / 2));
    return sectionsOf(bilinear(analog(kind, prototype(corners), warped)));
  });
}

function check(kind: FilterKind, corners: number, frequencies: number[], samplingRate: number): void {
  const nyquist = 0.5 * samplingRate;
  const named = `${kind} from ${frequencies.join(' to ')} Hz at ${samplingRate} samples per second`;
  if (!(corners >= 1) || !Number.isInteger(corners)) throw new BandError(`${named}: ${corners} corners, not 1 or more`);
  if (!frequencies.every((frequency) => frequency > 0 && frequency < nyquist)) {
    throw new BandError(
      `${named}: every corner must lie between zero and the Nyquist frequency of ${nyquist} Hz; ` +
        'choose longer periods or data with a higher sampling rate',
    );
  }
  if (kind === 'bandpass' && !(frequencies[0] < frequencies[1])) {
    throw new BandError(`${named}: the lower corner must be below the upper one`);
  }
}

/** Poles of the analog low-pass of unit corner: on the left half of the unit circle. */
function prototype(corners: number): Complex[] {
  return Array.from({ length: corners }, (_, i) => {
    const m = -corners + 1 + 2 * i;
    const angle = (Math.PI * m) / (2 * corners);
    return complex(-Math.cos(angle), m === 0 ? 0 : -Math.sin(angle));
  });
}

function analog(kind: FilterKind, poles: Complex[], warped: number[]): Zpk {
  const n = poles.length;
  if (kind === 'lowpass') {
    return { zeros: [], poles: poles.map((pole) => scale(pole, warped[0])), gain: warped[0] ** n };
  }
  if (kind === 'highpass') {
    const turned = poles.map((pole) => divide(complex(warped[0]), pole));
    const gain = divide(complex(1), product(poles.map((pole) => scale(pole, -1)))).re;
    return { zeros: repeat(0, n), poles: turned, gain };
  }
  const width = warped[1] - warped[0];
  const centre = Math.sqrt(warped[0] * warped[1]);
  const scaled = poles.map((pole) => scale(pole, width / 2));
  const roots = scaled.map((pole) => squareRoot(subtract(multiply(pole, pole), complex(centre ** 2))));
  return {
    zeros: repeat(0, n),
    poles: [...scaled.map((pole, i) => add(pole, roots[i])), ...scaled.map((pole, i) => subtract(pole, roots[i]))],
    gain: width ** n,
  };
}

/** z = (4 + s) / (4 - s); zeros at infinity come to -1. */
function bilinear({ zeros, poles, gain }: Zpk): Zpk {
  const four = complex(4);
  const map = (root: Complex) => divide(add(four, root), subtract(four, root));
  const away = (root: Complex) => subtract(four, root);
  return {
    zeros: [...zeros.map(map), ...repeat(-1, poles.length - zeros.length)],
    poles: poles.map(map),
    gain: gain * divide(product(zeros.map(away)), product(poles.map(away))).re,
  };
}

function repeat(value: number, times: number): Complex[] {
  return Array.from({ length: times }, () => complex(value));
}
