import { resolve } from 'node:path';
import { bandCaution, type Parameters } from '@/core/config';
import { comparePairs, isLimiting, type PairOutcome, type ProjectProblem } from '@/core/model';
import {
  Executive,
  failedPairs,
  openApart,
  readOutcomes,
  RunError,
  suggestedWorkers,
  type ExecutiveOptions,
  type Launcher,
} from '@/executive';
import { pairsOf, parametersYaml, type Rerun } from '@/session';
import { readEarlier, tellDifferences, told } from '../rerun';
import { fileLog } from '../log';
import { onEndSignal } from '../signals';
import { outcomeLine, summarize, type Finished, type Summary } from '../outcomeLine';
import { duration, ProgressBar } from '../progressBar';
import { plural } from '../plural';
import { userDataFolder } from '../root';

export interface RunOptions {
  events: string[];
  stations: string[];
  minDistance?: number;
  maxDistance?: number;
  minAzimuth?: number;
  maxAzimuth?: number;
  maxEvents?: number;
  maxStations?: number;
  set: string[];
  config?: string;
  /** A run to do again. */
  from?: string;
  out?: string;
  fresh: boolean;
  retryFailed: boolean;
  plot: boolean;
  json: boolean;
  quiet: boolean;
}

/** Exit codes of a run. */
const ALL_DONE = 0;
const SOME_FAILED = 1;
const CANCELLED = 130;

/** Processes the selected pairs of a project.
 *  @returns the exit code
 *  @throws ProjectError, ConfigError for what cannot be run */
export async function run(folder: string, options: RunOptions, launcher: Launcher): Promise<number> {
  const { json, quiet, config } = options;
  const out = options.out === undefined ? undefined : resolve(options.out);
  const earlier = options.from === undefined ? null : await readEarlier(options.from);
  const project = await openApart(
    folder,
    {
      overrides: options.set,
      ...(config === undefined ? {} : { config }),
      ...(earlier === null ? {} : { yaml: parametersYaml(earlier) }),
    },
    { launcher },
  );
  if (earlier !== null) await tellDifferences(earlier, project, out);
  const again = options.retryFailed ? failedPairs(await readOutcomes(project, out)) : undefined;
  if (again?.length === 0) {
    if (json) reportOutcomes([], options, performance.now());
    else if (!quiet) console.log('No pair has failed: there is nothing to do again.');
    return ALL_DONE;
  }
  const executive = new Executive(project, {
    ...selectionOf(options, earlier),
    ...concurrencyOf(options, project.parameters.executive),
    ...(again === undefined ? {} : { again }),
    ...(earlier === null ? {} : { decisions: earlier.hand }),
    fresh: options.fresh,
    launcher,
    logger: fileLog(userDataFolder()),
    ...(options.plot ? { plot: true } : {}),
    ...(out === undefined ? {} : { out }),
  });
  executive.check();
  const caution = bandCaution(project.parameters);
  if (caution !== null && !quiet) console.error(`atoa: ${caution.message}. ${caution.advice}`);
  const whole: PairOutcome[] = [];
  if (earlier !== null) executive.on('outcome', (outcome) => whole.push(outcome));
  const left: ProjectProblem[] = [];
  if (!quiet) executive.on('leftBehind', (problems) => left.push(...problems));
  const summary = await processPairs(executive, options);
  if (earlier !== null) console.error(`atoa: ${told(earlier, project, whole)}`);
  for (const { message, advice } of left) console.error(`atoa: ${message}. ${advice}`);
  if (executive.state.phase === 'cancelled') return CANCELLED;
  return summary.failed > 0 ? SOME_FAILED : ALL_DONE;
}

/** Runs to the end, or to a signal, and tells of each pair as it is done and of all together.
 *  @throws RunError for what ends a run early, after the pairs that are done were told */
async function processPairs(executive: Executive, options: RunOptions): Promise<Summary> {
  const { json, quiet } = options;
  const bar = json || quiet || !process.stderr.isTTY ? null : new ProgressBar();
  const outcomes: Finished[] = [];
  executive.on('outcome', (outcome) => {
    const { event, station, status, misfit, nwin, error } = outcome;
    outcomes.push({ event, station, status, misfit, nwin, error });
    if (json) process.stdout.write(`${outcomeLine(outcome)}\n`);
    bar?.update(executive.state);
  });
  const stopListening = onEndSignal(() => executive.cancel());
  const startedAt = performance.now();
  bar?.start(executive.codes.length);
  try {
    await executive.run();
  } catch (error) {
    if (error instanceof RunError) reportOutcomes(outcomes, options, startedAt);
    throw error;
  } finally {
    bar?.stop();
    stopListening();
  }
  return reportOutcomes(outcomes, options, startedAt);
}

/** How many events and stations at a time: as the options say, then the parameters, then all that the machine has room
 *  for, where the executive by itself stays with Pyatoa's four stations. */
function concurrencyOf(
  { maxEvents, maxStations }: RunOptions,
  { max_events, max_stations }: Parameters['executive'],
): { maxEvents: number; maxStations: number } {
  const events = maxEvents ?? max_events;
  return {
    maxEvents: events,
    maxStations: maxStations ?? max_stations ?? Math.max(1, Math.floor(suggestedWorkers() / events)),
  };
}

/** What to do: as the options say, or as it was done earlier. */
function selectionOf(options: RunOptions, earlier: Rerun | null): Partial<ExecutiveOptions> {
  const { events, stations, minDistance, maxDistance, minAzimuth, maxAzimuth } = options;
  const limits = {
    minDistanceKm: minDistance ?? null,
    maxDistanceKm: maxDistance ?? null,
    minAzimuthDeg: minAzimuth ?? null,
    maxAzimuthDeg: maxAzimuth ?? null,
  };
  const isOwn = events.length > 0 || stations.length > 0 || isLimiting(limits);
  if (earlier === null || isOwn) return { eventIds: events, stationCodes: stations, pairs: limits };
  const again = pairsOf(earlier);
  if (again !== null) return { again };
  const { selection } = earlier;
  return { eventIds: selection.events, stationCodes: selection.stations, pairs: selection.limits ?? undefined };
}

function reportOutcomes(outcomes: Finished[], { json, quiet }: RunOptions, startedAt: number): Summary {
  const sorted = outcomes.toSorted(comparePairs);
  const summary = summarize(sorted, (performance.now() - startedAt) / 1000);
  if (json) process.stdout.write(`${JSON.stringify({ summary })}\n`);
  else if (!quiet) printSummary(summary, sorted);
  return summary;
}

function printSummary(summary: Summary, outcomes: Finished[]): void {
  const { pairs, ok, failed, windows, misfit, seconds } = summary;
  console.log(`${plural(pairs, 'pair')} in ${duration(seconds)}: ${ok} done, ${failed} failed`);
  console.log(`${windows} windows, misfit ${misfit.toPrecision(8)}`);
  const reasons = new Map<string, Finished[]>();
  for (const outcome of outcomes) {
    if (outcome.error === null) continue;
    const { code } = outcome.error;
    reasons.set(code, [...(reasons.get(code) ?? []), outcome]);
  }
  for (const [code, failures] of reasons) {
    const [first] = failures;
    console.log(`\n${failures.length} × ${code}, such as ${first!.event} ${first!.station}: ${first!.error!.message}`);
    if (first!.error!.advice !== null) console.log(`  ${first!.error!.advice}`);
  }
}
