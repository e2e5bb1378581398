import { evaluationPath, syntheticTag } from '@/core/config';
import {
  addSeconds,
  formatTime,
  handMark,
  type AdjointSource,
  type HandDecision,
  type Trace,
  type Window,
} from '@/core/model';
import type { ComponentResult } from '@/core/pair';
import type { Attributes } from '../hdf5/typed';
import { Room } from '../room';
import type { SpoolRecord } from '../spool';
import { adjointPath, decisionPath, waveformPath, windowPath } from './names';
import { fixed, truth, type DatasetPlan } from './plan';

/** Samples of adjoint sources with their times. */
const samples = new Room();

/** All datasets of one pair's result: waveforms as they were measured, windows, adjoint sources. The data of one are valid
 *  until the next is asked for.
 *  @param eventResource public id of the event in the file's QuakeML, or null */
export function* pairDatasets(record: SpoolRecord, eventResource: string | null): Generator<DatasetPlan> {
  const { key, parameters, result } = record;
  const evaluation = evaluationPath(parameters);
  for (const component of result.components) {
    yield waveform(component.observed, parameters.observed_tag, eventResource);
    yield waveform(component.synthetic, syntheticTag(parameters), eventResource);
    for (const [index, window] of component.windows.entries()) {
      yield {
        path: windowPath(evaluation, key.station, component.component, index),
        data: BigInt64Array.of(BigInt(window.left), BigInt(window.right)),
        shape: [2],
        attributes: { ...windowAttributes(window), ...handAttributes(component.byHand ?? window.byHand, result.hand) },
      };
    }
    if (component.adjoint) yield adjointSource(component, component.adjoint, record, evaluation);
  }
  if (result.hand !== undefined) yield decisionDataset(result.hand, evaluation);
}

/** Who has set a window by hand, when and why. */
function handAttributes(byHand: true | undefined, hand: HandDecision | undefined): Attributes {
  if (hand === undefined || !byHand) return {};
  const { by, at, note } = hand;
  return { set_by_hand: truth(true), hand_by: by, hand_at: at, hand_note: note };
}

/** A decision by hand: it is in its attributes. Its windows stand there as JSON, by component, in s after the origin. */
function decisionDataset(hand: HandDecision, evaluation: string): DatasetPlan {
  const { event, station, evaluation: madeIn, windows } = hand;
  return {
    path: decisionPath(evaluation, station),
    data: Int8Array.of(1),
    shape: [1],
    attributes: { event, station, made_in: madeIn, ...handMark(hand), windows: JSON.stringify(windows) },
  };
}

function waveform(trace: Trace, tag: string, eventResource: string | null): DatasetPlan {
  return {
    path: waveformPath(trace, tag),
    data: trace.data,
    shape: [trace.data.length],
    attributes: {
      sampling_rate: 1 / trace.delta,
      starttime: trace.starttime,
      ...(eventResource === null ? {} : { event_id: fixed(eventResource) }),
    },
  };
}

function windowAttributes(w: Window): Attributes {
  const absolute = (index: number) => formatTime(addSeconds(w.firstSample, index * w.delta));
  return {
    left_index: BigInt(w.left),
    right_index: BigInt(w.right),
    center_index: BigInt(w.center),
    channel_id: w.channelId,
    time_of_first_sample: formatTime(w.firstSample),
    max_cc_value: w.cc,
    cc_shift_in_samples: BigInt(w.shiftSamples),
    cc_shift_in_seconds: w.shiftSeconds,
    dlnA: w.dlnA,
    dt: w.delta,
    min_period: w.minPeriod,
    ...phaseAttributes(w),
    absolute_starttime: absolute(w.left),
    absolute_endtime: absolute(w.right),
    relative_starttime: w.left * w.delta,
    relative_endtime: w.right * w.delta,
    window_weight: w.weight,
  };
}

/** One attribute a phase name; of several arrivals of a phase the last. */
function phaseAttributes(w: Window): Attributes {
  return Object.fromEntries(w.phases.map((phase) => [`phase_arrival_${phase.name}`, phase.time]));
}

function adjointSource(
  component: ComponentResult,
  adjoint: AdjointSource,
  record: SpoolRecord,
  evaluation: string,
): DatasetPlan {
  const n = adjoint.data.length;
  const { timeOffset } = record.result;
  const { delta, data: amplitudes } = adjoint;
  const data = samples.doubles(2 * n);
  for (let i = 0; i < n; i++) {
    data[2 * i] = timeOffset + i * delta;
    data[2 * i + 1] = amplitudes[i]!;
  }
  const { observed, synthetic } = component;
  return {
    path: adjointPath(evaluation, record.key.station, adjoint.channel),
    data,
    shape: [n, 2],
    attributes: {
      adj_src_type: adjoint.type,
      misfit: adjoint.misfit,
      dt: adjoint.delta,
      component: adjoint.channel,
      min_period: adjoint.minPeriod,
      max_period: adjoint.maxPeriod,
      network: observed.network,
      station: observed.station,
      location: observed.location,
      starttime: formatTime(synthetic.starttime),
    },
  };
}
