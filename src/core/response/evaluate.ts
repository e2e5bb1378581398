import type { Conventions, Response, ResponseStage } from '@/core/model';
import type { Spectrum } from '@/core/signal';
import { ResponseError } from './error';
import { transferOf } from './stage';
import { inputUnit, orderOf, type GroundMotion } from './units';

/**
 * Frequency response of a channel, counts per metre, metre per second or metre per second squared: the product of its
 * stages and their gains, in evalresp's conventions, with the change from the sensor's input unit to ground motion.
 * @param response     at least one stage
 * @param frequencies  in Hz, length n
 * @param output       the ground motion that the response is of
 * @param conventions  pyatoa: as the reference stack; corrected: analog coefficients are powers of i omega, and the
 *                     phases of a response list are unwrapped before they are interpolated
 * @returns            n complex values; zero at zero frequency where ground motion has to be integrated
 * @throws ResponseError where a stage cannot be evaluated or the sensor does not record ground motion
 * @see evalresp's manual; SEED Reference Manual 2.4, app. C
 */
export function evaluateResponse(
  response: Response,
  frequencies: Float64Array,
  output: GroundMotion,
  conventions: Conventions = 'pyatoa',
): Spectrum {
  const [first] = response.stages;
  if (first === undefined) {
    throw new ResponseError('the response has no stages: take a file with the full response (level=response)');
  }
  const unit = inputUnit(first.inputUnits ?? response.sensitivity?.inputUnits ?? '');
  const re = new Float64Array(frequencies.length).fill(unit.perMetre);
  const im = new Float64Array(frequencies.length);
  for (const stage of response.stages) multiplyStage(stage, response, frequencies, conventions, re, im);
  changeUnits(frequencies, unit.order - orderOf(output), re, im);
  return { re, im };
}

function multiplyStage(
  stage: ResponseStage,
  response: Response,
  frequencies: Float64Array,
  conventions: Conventions,
  re: Float64Array,
  im: Float64Array,
): void {
  const transfer = transferOf(stage, conventions);
  const gain =
    (stage.gain ?? 1) *
    normalization(stage, response, (frequency) => {
      const at = transfer(frequency);
      return Math.hypot(at.re, at.im);
    });
  if (gain === 0) throw new ResponseError(`stage ${stage.number} has a gain of zero`);
  if (!Number.isFinite(gain)) {
    throw new ResponseError(
      `stage ${stage.number} lets nothing pass at the frequency of its gain, ${stage.gainFrequency} Hz`,
    );
  }
  for (let k = 0; k < frequencies.length; k++) {
    const at = transfer(frequencies[k]);
    const next = (re[k] * at.re - im[k] * at.im) * gain;
    im[k] = (re[k] * at.im + im[k] * at.re) * gain;
    re[k] = next;
  }
}

/**
 * A stage's gain holds at its gain frequency. Where that is the frequency of the total sensitivity, and poles and zeros
 * are normalized there, evalresp takes the stage as it stands; else it scales it to one at the gain frequency.
 * A filter without feedback whose gain is stated at zero frequency is taken as it stands, too.
 */
function normalization(stage: ResponseStage, response: Response, size: (frequency: number) => number): number {
  const { kind } = stage;
  if (kind === 'gain' || kind === 'polynomial' || kind === 'responseList') return 1;
  const reference = referenceFrequency(response);
  const at = stage.gainFrequency ?? reference;
  const stands =
    kind === 'polesZeros'
      ? at === reference && stage.normalizationFrequency === reference
      : at === reference || (at === 0 && (kind === 'fir' || stage.denominators.length === 0));
  return stands ? 1 : 1 / size(at);
}

/** Where the total sensitivity holds; without one, where the last gain does. */
function referenceFrequency({ sensitivity, stages }: Response): number {
  return sensitivity?.frequency ?? stages.findLast((stage) => stage.gainFrequency !== null)?.gainFrequency ?? 0;
}

/** Multiplies by (i omega)^power. */
function changeUnits(frequencies: Float64Array, power: number, re: Float64Array, im: Float64Array): void {
  if (power === 0) return;
  for (let k = 0; k < frequencies.length; k++) {
    const omega = 2 * Math.PI * frequencies[k];
    const scale = omega === 0 ? 0 : omega ** power;
    const [a, b] = [re[k] * scale, im[k] * scale];
    if (power === 1 || power === -1) {
      re[k] = -power * b;
      im[k] = power * a;
    } else {
      re[k] = -a;
      im[k] = -b;
    }
  }
}
