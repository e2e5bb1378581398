import type { Parameters } from '@/core/config';
import type { PairKey, ProjectProblem, SeismicEvent, Station } from '@/core/model';
import type { ChannelPattern, WaveformIndex } from './waveforms/waveformIndex';

/** An event by its source file, or only by a folder of waveforms that has its name. */
export interface EventEntry {
  /** Fit for file names. */
  id: string;
  file: string | null;
  event: SeismicEvent | null;
}

/** A station by its metadata, or only by the name of a waveform file. */
export interface StationEntry {
  /** NN.SSS */
  code: string;
  network: string;
  name: string;
  /** Place and channels; responses are without their stages until a worker reads the files. */
  station: Station | null;
  /** Files that describe it. */
  files: string[];
  /** Its line in SPECFEM's STATIONS; null where there is none. */
  line: string | null;
  hasResponse: boolean;
}

/** A folder of events, stations and waveforms, as found on disk. */
export interface Project {
  /** Absolute. */
  path: string;
  name: string;
  parameters: Parameters;
  /** File that parameters were read from; null for defaults. */
  configFile: string | null;
  /** By id, sorted. */
  events: Map<string, EventEntry>;
  /** By NN.SSS, sorted. */
  stations: Map<string, StationEntry>;
  observed: WaveformIndex;
  synthetic: WaveformIndex;
  /** Events that no source describes, and whose observed and synthetic waveforms lie at different times. */
  apart: ReadonlySet<string>;
  problems: ProjectProblem[];
}

/** All that a worker needs to know of a pair: it never searches. Plain data, absolute paths. */
export interface PairFiles extends PairKey {
  /** Which observed channels are wanted: any of these. */
  channels: ChannelPattern[];
  eventFile: string | null;
  stationFiles: string[];
  observed: string[];
  synthetic: string[];
  /** Observed files are of a day archive: records far longer than the synthetic. */
  archived: boolean;
}

/** A folder that cannot be opened as a project, or a selection that selects nothing; says what to do. */
export class ProjectError extends Error {
  override name = 'ProjectError';
  /** Short, stable and kebab-case. */
  readonly code: string;
  readonly advice: string | null;

  constructor(code: string, message: string, advice: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.advice = advice;
  }
}
