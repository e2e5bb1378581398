import type { Parameters } from '@/core/config';
import type {
  EvaluationSummary,
  Failure,
  HandDecision,
  Nanoseconds,
  PairDrawing,
  PairKey,
  PairOutcome,
  SectionTrace,
} from '@/core/model';
import type { EarthModel, TravelTimeCurve } from '@/core/traveltime';
import type { CommitReport, CommitRequest } from '@/dataset';
import type { AsdfContent, AsdfFile, PairFiles } from '@/project';
import type { Fingerprint } from './journal/fingerprint';
import type { RunFolders } from './disk/folders';

/** What a pair worker is told once; one that only inspects is told nothing. */
export interface PairContext {
  parameters: Parameters;
  folders: RunFolders;
}

/** Where windows of an earlier evaluation are to be found. */
export interface WindowSource {
  /** `i01/s00` */
  evaluation: string;
  /** Tag of its synthetics. */
  syntheticTag: string;
  /** Path of the event's dataset. */
  dataset: string;
}

/** All that a worker needs to know of one pair: it never searches. */
export interface PairTask extends PairKey, Fingerprint {
  files: PairFiles;
  /** Null where windows are selected. */
  windows: WindowSource | null;
  /** The decision by hand that holds. */
  hand: HandDecision | null;
  /** Adjoint source files of an earlier result, by name; those that are not written again are to go. */
  stale: string[];
}

/** What an ASDF file among the inputs holds. */
export interface AsdfRequest {
  kind: 'asdf';
  file: AsdfFile;
  /** Stations that are described already. */
  known: string[];
}

/** A pair that is computed again to be looked at, with parameters one may try. */
export interface LookedPair {
  pair: PairKey;
  files: PairFiles;
  windows: WindowSource | null;
  /** The decision by hand that holds, or is tried. */
  hand: HandDecision | null;
  parameters: Parameters;
}

/** How a figure is to be. */
export interface FigureStyle {
  format: 'png' | 'svg' | 'pdf';
  widthCm: number;
  /** Of PNG: pixels per inch. */
  dpi: number;
  /** s after the origin that are drawn; all of the traces where null. */
  span: [start: number, end: number] | null;
}

/** Where a figure goes: into a file of its own, or as the next page into a PDF that one worker writes from the first page
 *  to the last. */
export type FigurePlace = { file: string } | { book: string; page: number; title: string };

export type PairRequest =
  | AsdfRequest
  | { kind: 'process'; task: PairTask }
  /** The pairs of an event, all of them, whose double differences are to be measured. */
  | { kind: 'differences'; held: HeldPair[] }
  /** Nothing is written: the pair is computed again, and its arrays come back for drawing, in one of its period bands. */
  | ({ kind: 'inspect'; width: number; band: number } & LookedPair)
  /** The pair is computed again; what is written is its figure. `stored` is where its double differences are found. */
  | ({ kind: 'draw'; style: FigureStyle; place: FigurePlace; stored: string } & LookedPair)
  /** The PDF has all its pages. */
  | { kind: 'bind'; book: string }
  | StoredRequest
  | CurvesRequest;

/** Where the results of an event are to be found. */
interface StoredPlace {
  event: string;
  folders: RunFolders;
  /** Path of its dataset. */
  dataset: string;
  /** As the project tells it, where the dataset does not. */
  origin: Nanoseconds | null;
  /** The project's, which say what the present evaluation is. */
  parameters: Parameters;
}

/** Questions that are answered from what runs have left. */
export type StoredRequest = StoredPlace &
  (
    | { kind: 'evaluations'; station: string }
    | {
        kind: 'stored';
        station: string;
        evaluation: string;
        width: number;
        /** Places of the period bands of windows, by component and in their order, as the journal tells them. */
        bands: Record<string, number[]> | null;
      }
    | { kind: 'section'; component: string; width: number }
  );

/** Travel times by distance, which take some time to compute. */
export interface CurvesRequest {
  kind: 'curves';
  model: EarthModel;
  /** km */
  depthKm: number;
  /** In rising order. */
  distancesDeg: number[];
}

export type StoredReply =
  | { kind: 'evaluations'; evaluations: EvaluationSummary[] }
  | InspectReply
  | { kind: 'section'; traces: SectionTrace[] }
  | { kind: 'curves'; curves: TravelTimeCurve[] }
  | { kind: 'refused'; failure: Failure };

/** A pair of a double difference: its traces and windows lie in the spool of the evaluation. */
export interface HeldPair {
  evaluation: string;
  outcome: PairOutcome;
}

/** A pair with its outcome, and the names of the adjoint source files written. */
export interface MeasuredPair {
  outcome: PairOutcome;
  adjoints: string[];
}

export interface DifferencesReply {
  kind: 'differences';
  pairs: MeasuredPair[];
}

export interface ProcessReply extends MeasuredPair {
  kind: 'processed';
}

export interface InspectReply {
  kind: 'inspected';
  detail: PairDrawing;
}

/** @see LibraryError of `dataset` for `isSpoiled` */
export type AsdfReply = { kind: 'asdf' } & (
  { content: AsdfContent } | { content: null; message: string; isSpoiled: boolean }
);

export interface DrawReply {
  kind: 'drawn';
  /** What kept the figure from being written. */
  failure: Failure | null;
}

export type PairReply = AsdfReply | ProcessReply | DifferencesReply | StoredReply | DrawReply;

/** What the dataset writer is told once. */
export interface WriterContext {
  /** Held while a dataset is written: the writer of a run that was killed may live a moment longer. */
  lock: string;
}

export interface WriterRequest extends CommitRequest {
  /** Whether more pairs follow: those in `spools` are added to a new dataset that is not published yet. A hint: the commit
   *  names all pairs, and does what was not done. */
  isAhead: boolean;
}

/** No report of what was done ahead. */
export type WriterReply = { ok: true; report: CommitReport | null } | { ok: false; failure: Failure };
