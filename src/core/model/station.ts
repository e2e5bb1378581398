import type { Nanoseconds } from './time';

export interface Complex {
  re: number;
  im: number;
}

/** A filter stage's decimation: rates in Hz, delay and correction in s. */
export interface Decimation {
  inputSampleRate: number;
  factor: number;
  offset: number;
  delay: number;
  correction: number;
}

interface StageCommon {
  number: number;
  inputUnits: string | null;
  outputUnits: string | null;
  /** Gain and the frequency in Hz at which it holds; null where the stage states none. */
  gain: number | null;
  gainFrequency: number | null;
  decimation: Decimation | null;
}

/** One stage of an instrument response, as StationXML and SEED define it. */
export type ResponseStage =
  | (StageCommon & {
      kind: 'polesZeros';
      transferFunction: 'laplaceRadians' | 'laplaceHertz' | 'digital';
      normalizationFactor: number;
      normalizationFrequency: number;
      zeros: Complex[];
      poles: Complex[];
    })
  | (StageCommon & {
      kind: 'coefficients';
      transferFunction: 'analogRadians' | 'analogHertz' | 'digital';
      numerators: number[];
      denominators: number[];
    })
  | (StageCommon & { kind: 'fir'; symmetry: 'none' | 'even' | 'odd'; coefficients: number[] })
  /** Tabulated: frequency in Hz, amplitude, phase in degrees. */
  | (StageCommon & { kind: 'responseList'; elements: { frequency: number; amplitude: number; phase: number }[] })
  | (StageCommon & {
      kind: 'polynomial';
      coefficients: number[];
      frequencyLowerBound: number;
      frequencyUpperBound: number;
      approximationLowerBound: number;
      approximationUpperBound: number;
      maximumError: number;
    })
  | (StageCommon & { kind: 'gain' });

export interface Sensitivity {
  value: number;
  frequency: number;
  inputUnits: string;
  outputUnits: string;
}

export interface Response {
  sensitivity: Sensitivity | null;
  stages: ResponseStage[];
}

/** One epoch of a channel. */
export interface Channel {
  location: string;
  code: string;
  latitude: number;
  longitude: number;
  elevationM: number;
  depthM: number;
  /** Clockwise from north; null where the file states none. */
  azimuthDeg: number | null;
  /** Down from horizontal: a vertical seismometer that points up has -90. */
  dipDeg: number | null;
  sampleRate: number | null;
  start: Nanoseconds | null;
  end: Nanoseconds | null;
  response: Response | null;
}

/** A station and all its channel epochs. */
export interface Station {
  network: string;
  code: string;
  latitude: number;
  longitude: number;
  elevationM: number;
  channels: Channel[];
}

/** The channel epoch that holds at `time`, or null. Later epochs win where several do. */
export function channelAt(station: Station, location: string, code: string, time: Nanoseconds): Channel | null {
  const matches = station.channels.filter(
    (channel) =>
      channel.code === code &&
      channel.location === location &&
      (channel.start === null || channel.start <= time) &&
      (channel.end === null || time <= channel.end),
  );
  return matches.at(-1) ?? null;
}
