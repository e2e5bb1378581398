import type { Parameters } from '@/core/config';
import {
  addSeconds,
  channelCode,
  endtime,
  PairError,
  secondsBetween,
  type Nanoseconds,
  type Trace,
} from '@/core/model';
import { resample } from '@/core/signal';
import { short, spanText, type Notes } from './notes';
import { copySides, type Side, type Sides } from './sides';

/** Traces whose intervals differ less than this, relatively, are not resampled. So little is rounding alone: the reference
 *  stack resamples wherever rates are not equal, which changes samples (docs/numerics.md). */
const SAME_RATE = 1e-12;
/** A trace is not made longer than this (400 MB): some interval or start time is wrong then. */
const MOST_SAMPLES = 50_000_000;

/**
 * Gives both sides the same start, sampling interval and length: each trace of one side conforms to the other side's
 * of its component, or to its first where that has none of this letter.
 * @throws PairError `no-overlap`, `too-many-samples`
 */
export function standardize(sides: Sides, parameters: Parameters, notes: Notes): Sides {
  const { standardize_to } = parameters.preprocess;
  const copies = copySides(sides);
  if (standardize_to === 'obs') padObserved(copies);
  const [moving, fixed] =
    standardize_to === 'syn' ? [copies.observed, copies.synthetic] : [copies.synthetic, copies.observed];
  for (const [letter, trace] of moving.traces) {
    const model = fixed.traces.get(letter) ?? firstOf(fixed);
    if (!overlaps(trace, model)) throw noOverlap(trace, model, moving, fixed);
    tell(trace, model, moving, notes);
    moving.traces.set(letter, conform(trace, model));
  }
  return copies;
}

/** Observed traces that start late get zeros in front even where the synthetic ones conform to them, as in the reference. */
function padObserved({ observed, synthetic }: Sides): void {
  for (const [letter, trace] of observed.traces) {
    const model = synthetic.traces.get(letter) ?? firstOf(synthetic);
    if (overlaps(trace, model)) observed.traces.set(letter, padFront(trace, model));
  }
}

function firstOf(side: Side): Trace {
  const [first] = side.traces.values();
  return first;
}

/** `trace` on the samples of `model`: padded in front, resampled, cut to its span, and made as long with zeros. */
export function conform(trace: Trace, model: Trace): Trace {
  const padded = padFront(trace, model);
  const isSameRate = Math.abs(padded.delta / model.delta - 1) < SAME_RATE;
  if (!isSameRate) checkLength(trace, (padded.data.length * padded.delta) / model.delta, model.delta);
  const data = isSameRate ? padded.data : resample(padded.data, padded.delta, model.delta);
  const [first, end] = trimmed(padded.starttime, data.length, model);
  const out = new Float64Array(model.data.length);
  out.set(data.subarray(first, Math.min(end, first + out.length)));
  return { ...trace, starttime: model.starttime, delta: model.delta, data: out };
}

/** First sample and end of the samples nearest to the model's span, of `length` that start at `start`. */
function trimmed(start: Nanoseconds, length: number, model: Trace): [first: number, end: number] {
  const { delta } = model;
  const first = Math.max(0, roundAway(secondsBetween(start, model.starttime) / delta));
  const last = addSeconds(addSeconds(start, first * delta), (length - first - 1) * delta);
  const excess = roundAway(secondsBetween(endtime(model), last) / delta);
  return [first, Math.max(first, length - Math.max(0, excess))];
}

/** Zeros from the model's start on, where the trace starts later. */
function padFront(trace: Trace, model: Trace): Trace {
  const late = secondsBetween(model.starttime, trace.starttime);
  if (late <= 0) return trace;
  const zeros = Math.trunc(late * (1 / trace.delta));
  checkLength(trace, zeros + trace.data.length, trace.delta);
  const data = new Float64Array(zeros + trace.data.length);
  data.set(trace.data, zeros);
  return { ...trace, starttime: addSeconds(trace.starttime, -late), data };
}

function checkLength(trace: Trace, samples: number, delta: number): void {
  if (samples <= MOST_SAMPLES) return;
  const message = `${channelCode(trace)}, every ${trace.delta} s, would take ${Math.ceil(samples)} samples of ${delta} s`;
  throw new PairError('standardize', 'too-many-samples', message, {
    advice: 'Look at the sampling intervals and start times of both sides.',
  });
}

/** To the nearest whole number, halves away from zero. */
function roundAway(x: number): number {
  return Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
}

function overlaps(a: Trace, b: Trace): boolean {
  return a.starttime <= endtime(b) && b.starttime <= endtime(a);
}

function noOverlap(trace: Trace, model: Trace, moving: Side, fixed: Side): PairError {
  const gap =
    trace.starttime > model.starttime
      ? `starts ${spanText(secondsBetween(endtime(model), trace.starttime))} after the ${fixed.name} one ends`
      : `ends ${spanText(secondsBetween(endtime(trace), model.starttime))} before the ${fixed.name} one starts`;
  return new PairError('standardize', 'no-overlap', `${moving.name} ${channelCode(trace)} ${gap}`, {
    advice: 'Check that the event has a file, its origin time, and that these waveforms belong to it.',
  });
}

function tell(trace: Trace, model: Trace, side: Side, notes: Notes): void {
  const late = secondsBetween(model.starttime, trace.starttime);
  const missing = secondsBetween(endtime(trace), endtime(model));
  const code = `${side.name} ${channelCode(trace)}`;
  if (late > model.delta) notes.warn(`${code} starts ${short(late)} s late: zeros are put in front`);
  if (missing > model.delta) notes.warn(`${code} ends ${short(missing)} s early: zeros are appended`);
  const rate = (delta: number) => `${short(1 / delta)} Hz`;
  notes.debug(`${code}: ${rate(trace.delta)} to ${rate(model.delta)}, ${model.data.length} samples`);
}
