import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import {
  componentsOf,
  evaluationNumbers,
  evaluationPath,
  periodBands,
  syntheticTag,
  type Parameters,
} from '@/core/config';
import {
  component as componentOf,
  PairError,
  secondsBetween,
  toFailure,
  type EvaluationSummary,
  type Nanoseconds,
  type PairDrawing,
  type SectionTrace,
  type Trace,
  type Window,
  windowsListed,
} from '@/core/model';
import type { PairResult } from '@/core/pair';
import { readDataset, readSpool, storedComponents, type DatasetReader } from '@/dataset';
import { configDigest, decimate, spoolFile, spoolFolder, type StoredReply, type StoredRequest } from '@/executive';
import { readEvents } from '@/formats';
import { detailOf } from './detail';
import { emptyResult } from './outcome';

/** Answers from what runs have left: the spool where a pair is not in its dataset yet, else the dataset. Nothing is
 *  computed again. After a dataset that cannot be read the process is to be replaced. */
export async function readStored(request: StoredRequest): Promise<StoredReply> {
  try {
    switch (request.kind) {
      case 'evaluations':
        return { kind: 'evaluations', evaluations: await evaluationsOf(request) };
      case 'stored':
        return { kind: 'inspected', detail: await storedDetail(request) };
      case 'section':
        return { kind: 'section', traces: await sectionOf(request) };
    }
  } catch (error) {
    return { kind: 'refused', failure: toFailure(error, 'gather') };
  }
}

type Asked<Kind extends StoredRequest['kind']> = Extract<StoredRequest, { kind: Kind }>;

async function evaluationsOf(request: Asked<'evaluations'>): Promise<EvaluationSummary[]> {
  const { station, parameters } = request;
  const stored = await opened(request, (dataset) =>
    dataset
      .evaluations()
      .filter((name) => dataset.tags(station).includes(tagsOf(dataset, name, parameters).synthetic))
      .map((evaluation): EvaluationSummary => {
        const misfits = dataset.misfits(evaluation, station);
        const misfit = misfits.length === 0 ? null : misfits.reduce((sum, each) => sum + each, 0);
        return { evaluation, misfit, nwin: dataset.windows(evaluation, station).length };
      }),
  );
  const present = spooled(request, evaluationPath(parameters), station, configDigest(parameters));
  if (present === null || present.error !== null) return stored ?? [];
  const evaluation = evaluationPath(parameters);
  const nwin = present.components.reduce((sum, { windows }) => sum + windows.length, 0);
  const others = (stored ?? []).filter((each) => each.evaluation !== evaluation);
  return [...others, { evaluation, misfit: present.misfit, nwin }].sort((a, b) =>
    a.evaluation < b.evaluation ? -1 : 1,
  );
}

async function storedDetail(request: Asked<'stored'>): Promise<PairDrawing> {
  const { station, evaluation, parameters, width, event } = request;
  const isPresent = evaluation === evaluationPath(parameters);
  const waiting = isPresent ? spooled(request, evaluation, station, configDigest(parameters)) : null;
  if (waiting !== null) return detailOf(waiting, parameters, { width }, '');
  const found = await opened(request, (dataset) => {
    const own = { ...parameters, ...dataset.parameters(evaluation) };
    const result = resultOf(request, dataset, own);
    return result && detailOf(result, own, { width }, '');
  });
  if (found) return found;
  throw new PairError(
    'gather',
    'not-stored',
    `${basename(request.dataset)} has no results of ${station} in ${evaluation}`,
    {
      advice: `Run ${event} in this evaluation, or choose another one.`,
    },
  );
}

/** What a dataset has of a station in an evaluation, as far as it can be drawn; null where it has no traces. */
function resultOf(
  { station, evaluation, origin, bands }: Asked<'stored'>,
  dataset: DatasetReader,
  parameters: Parameters,
): PairResult | null {
  const tags = tagsOf(dataset, evaluation, parameters);
  const sides = [tags.observed, tags.synthetic].map(
    (tag) => new Map(dataset.waveforms(station, tag).map((trace): [string, Trace] => [componentOf(trace), trace])),
  );
  const [observed, synthetic] = [sides[0]!, sides[1]!];
  const [first] = synthetic.values();
  if (first === undefined) return null;
  const windows = dataset.windows(evaluation, station);
  const hand = dataset.decision(evaluation, station);
  const [firstBand] = periodBands(parameters);
  const byHand = (letter: string) =>
    hand?.verdict === 'rejected' || (hand !== null && windowsListed(hand.windows, letter, firstBand!) !== null);
  const letters = [...new Set([...componentsOf(parameters), ...synthetic.keys()])];
  const timeOffset = secondsBetween(originOf(dataset) ?? origin ?? first.starttime, first.starttime);
  const components = letters
    .filter((letter) => observed.has(letter) && synthetic.has(letter))
    .map((component) => {
      const trace = synthetic.get(component)!;
      const source = dataset.adjointSource(evaluation, station, trace.channel);
      const { min_period: minPeriod, max_period: maxPeriod } = parameters;
      const adjoint = source && { ...source, component, minPeriod, maxPeriod, windows: [] };
      return {
        ...{ component, observed: observed.get(component)!, synthetic: trace, stalta: null, rejected: {}, funnel: [] },
        windows: inBands(
          windows.filter((each) => each.component === component).map(({ window }) => window),
          parameters,
          bands?.[component],
        ),
        adjoint,
        ...(byHand(component) ? { byHand: true as const } : {}),
        ...(parameters.executive.steps.includes('preprocess') ? {} : { unprocessed: true as const }),
      };
    });
  const sources = components.flatMap(({ adjoint }) => adjoint ?? []);
  const misfit = sources.length === 0 ? null : sources.reduce((sum, each) => sum + each.misfit, 0);
  return { ...emptyResult(null, hand), timeOffset, components, misfit };
}

/** Windows with their period bands where there are several: as they are known to be, else as shortest periods tell. */
function inBands(windows: Window[], parameters: Parameters, known: number[] | undefined): Window[] {
  const periods = periodBands(parameters).map(({ minPeriod }) => minPeriod);
  if (periods.length === 1) return windows;
  if (known?.length === windows.length) return windows.map((window, i) => ({ ...window, band: known[i]! }));
  const isTold = parameters.conventions === 'corrected' && new Set(periods).size === periods.length;
  const found = windows.map(({ minPeriod }) => periods.indexOf(minPeriod));
  return isTold && !found.includes(-1) ? windows.map((window, i) => ({ ...window, band: found[i]! })) : windows;
}

async function sectionOf(request: Asked<'section'>): Promise<SectionTrace[]> {
  const { component, width, parameters, origin } = request;
  const evaluation = evaluationPath(parameters);
  const sections = new Map<string, SectionTrace>();
  await opened(request, (dataset) => {
    const begin = originOf(dataset) ?? origin;
    for (const each of storedComponents(dataset, evaluation, component, tagsOf(dataset, evaluation, parameters))) {
      const timeOffset = begin === null ? 0 : secondsBetween(begin, each.synthetic.starttime);
      sections.set(each.station, sectionTrace({ ...each, timeOffset }, width));
    }
  });
  for (const station of waitingStations(request, evaluation)) {
    const result = spooled(request, evaluation, station, configDigest(parameters));
    const found = result?.error === null ? result.components.find((each) => each.component === component) : undefined;
    if (found) sections.set(station, sectionTrace({ station, ...found, timeOffset: result!.timeOffset }, width));
  }
  return [...sections.values()];
}

interface Section {
  station: string;
  timeOffset: number;
  observed: Trace;
  synthetic: Trace;
  windows: { left: number; right: number }[];
}

function sectionTrace({ station, timeOffset, observed, synthetic, windows }: Section, width: number): SectionTrace {
  const { delta } = synthetic;
  return {
    ...{ station, distanceKm: null, azimuthDeg: null, timeOffset },
    observed: decimate(observed.data, delta, width),
    synthetic: decimate(synthetic.data, delta, width),
    windows: windows.map(({ left, right }) => ({ left: timeOffset + left * delta, right: timeOffset + right * delta })),
  };
}

/** null where there is no dataset. */
async function opened<T>({ dataset }: StoredRequest, use: (dataset: DatasetReader) => T): Promise<T | null> {
  if (!existsSync(dataset)) return null;
  return readDataset(dataset, use).catch((cause: unknown) => {
    const advice = 'Mend it, or move it away and run the event again.';
    throw new PairError('gather', 'bad-dataset', `${dataset} cannot be read`, { advice, cause });
  });
}

/** A pair's result that is not in its dataset yet; null where there is none of this configuration. */
function spooled(
  { folders, event }: StoredRequest,
  evaluation: string,
  station: string,
  config: string,
): PairResult | null {
  const path = spoolFile(folders, evaluation, { event, station });
  if (!existsSync(path)) return null;
  try {
    const { parameters, result } = readSpool(path);
    return configDigest(parameters) === config ? result : null;
  } catch {
    // It was committed, or is being written anew, this very moment.
    return null;
  }
}

function waitingStations({ folders, event }: StoredRequest, evaluation: string): string[] {
  const folder = spoolFolder(folders, evaluation, event);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((name) => name.endsWith('.spool')).map((name) => name.slice(0, -'.spool'.length));
}

/** Tags of an evaluation's waveforms: as it was configured, or, where others have written the dataset, as is usual. */
function tagsOf(dataset: DatasetReader, evaluation: string, present: Parameters) {
  const own = dataset.parameters(evaluation);
  return {
    observed: own?.observed_tag ?? present.observed_tag,
    synthetic: syntheticTag({ ...evaluationNumbers(evaluation), synthetic_tag: own?.synthetic_tag ?? null }),
  };
}

/** The origin time that the dataset tells; null where it tells none. */
function originOf(dataset: DatasetReader): Nanoseconds | null {
  const bytes = dataset.quakeml();
  if (bytes === null) return null;
  try {
    return readEvents(bytes.slice(), 'QuakeML')[0]?.time ?? null;
  } catch {
    return null;
  }
}
