import { type ComponentDetail, type DecimatedTrace, type PairDetail } from '@/api';
import { type PairKey, type PairOutcome } from '@/core/model';
import { generator, originTimes } from './fakeProject';
import { fakeComponents } from './fakeWindows';

const LENGTH = 6000;
const DELTA = 0.05;

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.charCodeAt(0), 16777619);
  return value >>> 0;
}

/** One pair's outcome, the same for the same key: one in fifteen fails, one in twelve has no windows. */
export function fakeOutcome(key: PairKey): PairOutcome {
  const random = generator(hash(key.event + key.station));
  const draw = random();
  const failed = draw < 0.065;
  const nwin = failed || draw > 0.92 ? 0 : 1 + Math.floor(random() * 7);
  const distanceKm = 20 + 900 * random();
  const components = failed
    ? {}
    : fakeComponents(key.station, nwin, distanceKm, originTimes.get(key.event) ?? '', random);
  return {
    ...key,
    status: failed ? 'failed' : 'ok',
    misfit: nwin === 0 ? null : Object.values(components).reduce((sum, { misfit }) => sum + (misfit ?? 0), 0),
    nwin,
    components,
    distanceKm,
    azimuthDeg: 360 * random(),
    backazimuthDeg: 360 * random(),
    error: failed
      ? {
          stage: draw < 0.04 ? 'gather' : 'preprocess',
          code: draw < 0.04 ? 'no-observed' : 'no-response',
          message:
            draw < 0.04
              ? `No observed waveforms of ${key.station} in observed/${key.event}/.`
              : `stations/${key.station}.xml has no response for HHZ at the time of the event.`,
          advice:
            draw < 0.04
              ? 'Put miniSEED, SAC or SLIST files of this station into that folder, or leave the station out.'
              : 'Get the StationXML with the response level, or set preprocess.remove_response to false.',
          cause: null,
        }
      : null,
    warnings: [],
    seconds: 0.05 + 0.3 * random(),
    timings: { read: 0.01, standardize: 0.01, preprocess: 0.05, window: 0.04, measure: 0.03, write: 0.02 },
  };
}

function wave(at: number, period: number, shift: number, phase: number): (t: number) => number {
  return (t) =>
    Math.exp(-(((t - at - shift) / (2.2 * period)) ** 2)) * Math.cos((6.283 * (t - at - shift)) / period + phase);
}

function decimate(f: (t: number) => number, width: number): DecimatedTrace {
  const per = Math.max(1, Math.ceil(LENGTH / width));
  const [min, max]: [number[], number[]] = [[], []];
  for (let i = 0; i < LENGTH; i += per) {
    let [low, high] = [Infinity, -Infinity];
    for (let j = i; j < Math.min(LENGTH, i + per); j++) {
      const value = f(j * DELTA);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    min.push(low);
    max.push(high);
  }
  return { start: 0, step: per * DELTA, min, max };
}

function componentDetail(letter: string, key: PairKey, width: number, nwin: number): ComponentDetail {
  const random = generator(hash(key.event + key.station + letter));
  const arrivals = Array.from({ length: 6 }, (_, i) => 35 + 40 * i + 20 * random());
  const amplitudes = arrivals.map(() => 0.2 + random());
  const period = 9 + 4 * random();
  const shift = 3 * (random() - 0.5);
  const parts = arrivals.map((at, i) => [wave(at, period, 0, i), wave(at, period, shift, i + 0.2)] as const);
  const synthetic = (t: number) => 1e-4 * parts.reduce((sum, [f], i) => sum + amplitudes[i]! * f(t), 0);
  const observed = (t: number) =>
    1.15e-4 * parts.reduce((sum, [, f], i) => sum + amplitudes[i]! * f(t), 0) +
    4e-6 * Math.sin(t * 0.83 + t * t * 0.01);
  const stalta = (t: number) =>
    arrivals.reduce((sum, at, i) => sum + 0.25 * amplitudes[i]! * Math.exp(-(((t - at) / 12) ** 2)), 0.02);
  const windows = arrivals.slice(0, nwin).map((at, i) => {
    const [left, right] = [Math.round((at - 16) / DELTA), Math.round((at + 15) / DELTA)];
    return {
      channelId: `${key.station}..BX${letter}`,
      left,
      right,
      center: Math.round((left + right) / 2),
      delta: DELTA,
      minPeriod: 10,
      cc: 0.75 + 0.24 * random(),
      shiftSamples: Math.round(shift / DELTA),
      shiftSeconds: shift,
      dlnA: 0.4 * (random() - 0.5),
      weight: 3,
      misfit: 0.1 + random(),
      phases: i === 0 ? [{ name: 'P', time: at }] : [],
    };
  });
  const candidate = (at: number, half: number): [number, number, number] => [
    Math.round((at - half) / DELTA),
    Math.round((at + half) / DELTA),
    Math.round(at / DELTA),
  ];
  return {
    component: letter,
    observedChannel: `${key.station}.10.HH${letter}`,
    syntheticChannel: `${key.station}..BX${letter}`,
    observed: decimate(observed, width),
    synthetic: decimate(synthetic, width),
    stalta: decimate(stalta, width),
    adjoint: decimate((t) => (synthetic(t + 0.6) - synthetic(t)) * 9e3, width),
    misfit: windows.length > 0 ? random() * 2 : null,
    windows,
    rejected: {
      min_length: arrivals.map((at) => candidate(at, 5)),
      cc: arrivals.slice(nwin).map((at) => candidate(at, 17)),
      tshift: arrivals.slice(0, 1).map((at) => candidate(at + 8, 26)),
    },
    funnel: [
      ['candidates', 210],
      ['min_length', 96],
      ['water_level', 21],
      ['phase_sep', 6 + windows.length],
      ['tshift', 5 + windows.length],
      ['cc', windows.length],
    ],
    length: LENGTH,
    delta: DELTA,
    unit: 'DISP',
  };
}

/** A made-up pair with wave packets whose observed side is late by up to 1.5 s. */
export function fakeDetail(key: PairKey, width: number): PairDetail {
  const outcome = fakeOutcome(key);
  const failed = outcome.error !== null;
  const letters = failed ? [] : ['E', 'N', 'Z'];
  return {
    ...key,
    outcome,
    source: 'run',
    timeOffset: -20,
    arrivals: [
      { name: 'p', time: 14 },
      { name: 'P', time: 16.5 },
      { name: 'Pn', time: 17 },
      { name: 's', time: 44 },
      { name: 'S', time: 52 },
      { name: 'ScS', time: 190 },
    ],
    components: letters.map((letter, i) =>
      componentDetail(letter, key, width, Math.max(0, Math.min(4, outcome.nwin - i))),
    ),
    stalta: { waterlevel: 0.07 },
    warnings: [],
    error: outcome.error,
    log: [
      `INFO  gather: ${key.event} ${key.station}`,
      'INFO  standardize: 29,999 samples at 0.03 s -> 6,000 at 0.05 s',
      'INFO  preprocess: band-pass 10-100 s, 2 corners, zero phase',
      `INFO  window: ${outcome.nwin} selected`,
      ...(outcome.error ? [`CRITICAL ${outcome.error.stage}: ${outcome.error.message}`] : []),
    ].join('\n'),
    bands: [{ minPeriod: 10, maxPeriod: 100 }],
    band: 0,
  };
}
