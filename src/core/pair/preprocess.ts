import type { Parameters } from '@/core/config';
import { channelCode, PairError, type PeriodBand, type Station, type Trace } from '@/core/model';
import { bandpass, BandError, convolveStf, demean, detrendSimple, taperEnds, workOn } from '@/core/signal';
import { short, type Notes } from './notes';
import { orientToNorth, rotateToRadial } from './orient';
import { groundMotion } from './response';
import type { Side, Sides } from './sides';

/** What preprocessing needs beside the traces. */
export interface PreprocessContext {
  parameters: Parameters;
  station: Station | null;
  /** Null where event or station coordinates are missing. */
  backazimuthDeg: number | null;
  /** Of the source time function, s; null for none. */
  halfDuration: number | null;
  notes: Notes;
}

/**
 * Preprocesses both sides, in place: response, taper, rotation, filter, source time function, normalization.
 * @throws PairError `no-response`, `bad-response`, `constant-trace`, `bad-band`
 */
export function preprocess(sides: Sides, band: PeriodBand, context: PreprocessContext): void {
  for (const side of [sides.observed, sides.synthetic]) preprocessSide(side, band, context);
  normalize(sides, context.parameters.preprocess.normalize_to);
}

function preprocessSide(side: Side, band: PeriodBand, context: PreprocessContext): void {
  const { parameters, station, notes } = context;
  const { taper_percentage, remove_response, convolve_with_stf } = parameters.preprocess;
  const { traces } = side;
  if (side.kind === 'obs' && remove_response) {
    for (const trace of traces.values()) trace.data = groundMotion(trace, station, parameters);
    notes.debug(`${side.name}: response removed to ${parameters.unit_output}`);
  }
  for (const trace of traces.values()) {
    workOn(trace.data, (data) => {
      demean(data);
      taperEnds(data, taper_percentage);
    });
  }
  if (side.kind === 'obs') orientToNorth(side, station, notes);
  if (parameters.rotate_to_rtz) rotate(side, context);
  for (const trace of traces.values()) workOn(trace.data, (data) => filter({ ...trace, data }, band, context));
  if (side.kind === 'syn' && convolve_with_stf && context.halfDuration !== null) {
    for (const trace of traces.values()) trace.data = convolveStf(trace.data, trace.delta, context.halfDuration);
    notes.debug(
      `${side.name}: convolved with a source time function of half duration ${short(context.halfDuration)} s`,
    );
  }
}

function rotate(side: Side, { backazimuthDeg, notes }: PreprocessContext): void {
  if (backazimuthDeg === null) {
    notes.warn('traces are not rotated to R and T: the backazimuth needs the coordinates of event and station');
  } else {
    rotateToRadial(side, backazimuthDeg);
  }
}

/** The filter, and what undoes its offset and drift. */
function filter(trace: Trace, { minPeriod, maxPeriod }: PeriodBand, { parameters, notes }: PreprocessContext): void {
  const { filter, filter_type, corners, zerophase, taper_percentage } = parameters.preprocess;
  if (!filter) return;
  try {
    const { warning } = bandpass(trace.data, trace.delta, {
      minPeriod: filter_type === 'highpass' ? null : minPeriod,
      maxPeriod: filter_type === 'lowpass' ? null : maxPeriod,
      corners,
      zerophase,
    });
    if (warning !== null) notes.warn(`${channelCode(trace)}: ${warning}`);
  } catch (cause) {
    if (!(cause instanceof BandError)) throw cause;
    throw new PairError('preprocess', 'bad-band', `${channelCode(trace)} cannot be filtered: ${cause.message}`, {
      advice: 'Raise max_period above twice the sampling interval of the synthetics.',
      cause,
    });
  }
  detrendSimple(trace.data);
  demean(trace.data);
  taperEnds(trace.data, taper_percentage);
}

/** Scales each trace to the largest amplitude of the other side's, or to one. */
function normalize({ observed, synthetic }: Sides, to: Parameters['preprocess']['normalize_to']): void {
  if (to === null) return;
  for (const [letter, syn] of synthetic.traces) {
    const obs = observed.traces.get(letter);
    if (obs === undefined) continue;
    const [peakObs, peakSyn] = [peak(obs.data), peak(syn.data)];
    if (to !== 'obs') scale(obs.data, (to === 'one' ? 1 : peakSyn) / peakObs);
    if (to !== 'syn') scale(syn.data, (to === 'one' ? 1 : peakObs) / peakSyn);
  }
}

function peak(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  return largest;
}

function scale(x: Float64Array, factor: number): void {
  if (!Number.isFinite(factor)) return;
  for (let i = 0; i < x.length; i++) x[i] *= factor;
}
