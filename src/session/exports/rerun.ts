import { createHash } from 'node:crypto';
import { parse, stringify, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { componentsOf, evaluationPath } from '@/core/config';
import {
  comparePairs,
  pairId,
  VERDICTS,
  type HandDecision,
  type PairKey,
  type PairLimits,
  type PairOutcome,
} from '@/core/model';
import { ALGORITHM_VERSION, readHandDecisions, readLastSelection } from '@/executive';
import { misfitTable, toCsv } from '@/inspector';
import { expandSelection, type Project } from '@/project';
import { SessionError } from '../error';
import { digestInputs } from './fingerprints';

const FORMAT = 'atoa-rerun 1';

const limits = z.object({
  minDistanceKm: z.number().nullable(),
  maxDistanceKm: z.number().nullable(),
  minAzimuthDeg: z.number().nullable(),
  maxAzimuthDeg: z.number().nullable(),
}) satisfies z.ZodType<PairLimits>;

const handWindow = z
  .object({ left: z.number(), right: z.number() })
  .refine(({ left, right }) => left < right, 'a window ends after it begins');

const decision = z.object({
  ...{ event: z.string(), station: z.string(), evaluation: z.string() },
  verdict: z.enum(VERDICTS),
  ...{ by: z.string(), at: z.iso.datetime(), note: z.string() },
  /** By component, or component and period band; s after the origin. */
  windows: z.record(z.string(), z.array(handWindow)),
}) satisfies z.ZodType<HandDecision>;

const schema = z.object({
  format: z.literal(FORMAT),
  /** When and by what it was written. */
  written: z.object({ at: z.string(), atoa: z.string(), node: z.string(), algorithms: z.number() }),
  project: z.string(),
  evaluation: z.string(),
  /** As the run was asked for; empty lists mean all. */
  selection: z.object({ events: z.array(z.string()), stations: z.array(z.string()), limits: limits.nullable() }),
  /** Stations by event, where results are of several runs with selections of their own. */
  pairs: z.record(z.string(), z.array(z.string())).nullable(),
  results: z.object({
    ...{ pairs: z.number(), done: z.number(), failed: z.number(), windows: z.number(), misfit: z.number() },
    /** Of misfits.csv. */
    misfits_sha256: z.string(),
  }),
  /** By event, of all its pairs. */
  inputs: z.record(z.string(), z.object({ files: z.number(), sha256: z.string() })),
  /** The decisions by hand that held for its pairs. */
  hand: z.array(decision).default([]),
  parameters: z.record(z.string(), z.unknown()),
});

/** All that it takes to do a run again, with what came out of it. */
export type Rerun = z.infer<typeof schema>;

const HEAD = `# A run of Atoa: its parameters, what it was asked for, what it was made of and what came out.
# atoa run <project> --from <this file>   does it again, and says what is different now.
`;

/** What a re-run of the present results needs.
 *  @param version of Atoa
 *  @param advance told how many of all events are done; returns whether to go on
 *  @returns the file's text; null where it was not to go on */
export async function writeRerun(
  project: Project,
  outcomes: PairOutcome[],
  version: string,
  options: { out?: string | undefined; advance?: (done: number, total: number) => boolean } = {},
): Promise<string | null> {
  const inputs = await digestInputs(project, outcomes, options.advance);
  if (inputs === null) return null;
  const last = await readLastSelection(project, options.out);
  const { events = [], stations = [], limits: within = null } = last ?? {};
  const rerun: Rerun = {
    format: FORMAT,
    written: { at: new Date().toISOString(), ...versionsNow(version) },
    project: project.name,
    evaluation: evaluationPath(project.parameters),
    selection: { events, stations, limits: within },
    pairs: last?.pairs === outcomes.length && last.readyOnly !== true ? null : stationsByEvent(outcomes),
    results: resultsOf(project, outcomes),
    inputs,
    hand: await decisionsOn(project, outcomes, options.out),
    parameters: { ...project.parameters },
  };
  return HEAD + stringify(rerun, { lineWidth: 120 });
}

/** @throws SessionError for a file that is none */
export function readRerun(text: string, source: string): Rerun {
  const refused = (message: string, cause?: unknown) =>
    new SessionError(
      'bad-rerun',
      `${source} ${message}.`,
      'Give a file that `atoa export --rerun` has written.',
      cause,
    );
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw refused(`is not YAML: ${error instanceof YAMLParseError ? error.message : String(error)}`, error);
  }
  const found = schema.safeParse(content);
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  throw refused(`does not describe a run: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`, found.error);
}

/** The parameters of a run as YAML. */
export function parametersYaml(rerun: Rerun): string {
  return stringify(rerun.parameters);
}

/** What is different now, one sentence each, before the run.
 *  @param version of Atoa */
export async function differencesNow(rerun: Rerun, project: Project, version: string): Promise<string[]> {
  const now = versionsNow(version);
  const sentences: string[] = [];
  for (const key of ['atoa', 'node', 'algorithms'] as const) {
    if (rerun.written[key] !== now[key]) sentences.push(`${key} was ${rerun.written[key]}, and is ${now[key]} now`);
  }
  const inputs = (await digestInputs(project, pairsOf(rerun) ?? selected(rerun, project))) ?? {};
  for (const [event, { sha256, files }] of Object.entries(rerun.inputs)) {
    const found = inputs[event];
    if (!found) sentences.push(`event ${event} is not there`);
    else if (found.sha256 !== sha256)
      sentences.push(`the input files of ${event} are others (${files} then, ${found.files} now)`);
  }
  return sentences;
}

/** What was decided by hand on other windows than then, one sentence each: what was decided here later holds, and so does
 *  what was not decided then. To be asked before the run, which takes the others over.
 *  @param out as `readOutcomes` */
export async function decisionsSince(rerun: Rerun, project: Project, out?: string): Promise<string[]> {
  const then = new Map(rerun.hand.map((made) => [pairId(made), made]));
  const now = [
    ...(await readHandDecisions(project)),
    ...(out === undefined ? [] : await readHandDecisions(project, out)),
  ];
  const sentences = now.flatMap((made) => {
    const known = then.get(pairId(made));
    if (known !== undefined && known.at >= made.at) return [];
    const { event, station, verdict, by, at } = made;
    return [`${event} ${station} was ${verdict} by hand by ${by} at ${at}: that holds, and was not known then`];
  });
  return [...new Set(sentences)];
}

/** The pairs that are to be done, where the selection alone does not tell. */
export function pairsOf({ pairs }: Rerun): PairKey[] | null {
  return pairs && Object.entries(pairs).flatMap(([event, stations]) => stations.map((station) => ({ event, station })));
}

function selected({ selection: { events, stations, limits: within } }: Rerun, project: Project): PairKey[] {
  return expandSelection(project, { events, stations, ...(within === null ? {} : { pairs: within }) });
}

/** Whether results are those of then: the same misfit table, byte for byte. */
export function hasSameResults(rerun: Rerun, project: Project, outcomes: PairOutcome[]): boolean {
  return rerun.results.misfits_sha256 === resultsOf(project, outcomes).misfits_sha256;
}

function versionsNow(atoa: string): { atoa: string; node: string; algorithms: number } {
  return { atoa, node: process.version, algorithms: ALGORITHM_VERSION };
}

function resultsOf({ parameters }: Project, outcomes: PairOutcome[]): Rerun['results'] {
  const sorted = [...outcomes].sort(comparePairs);
  const failed = sorted.filter(({ status }) => status === 'failed').length;
  const table = toCsv(misfitTable(sorted, componentsOf(parameters)));
  return {
    ...{ pairs: sorted.length, done: sorted.length - failed, failed },
    windows: sorted.reduce((sum, { nwin }) => sum + nwin, 0),
    misfit: sorted.reduce((sum, { misfit }) => sum + (misfit ?? 0), 0),
    misfits_sha256: createHash('sha256').update(table).digest('hex'),
  };
}

async function decisionsOn(project: Project, outcomes: PairOutcome[], out?: string): Promise<HandDecision[]> {
  const pairs = new Set(outcomes.map(pairId));
  return (await readHandDecisions(project, out)).filter((made) => pairs.has(pairId(made)));
}

function stationsByEvent(outcomes: PairOutcome[]): Record<string, string[]> {
  const byEvent: Record<string, string[]> = {};
  for (const { event, station } of [...outcomes].sort(comparePairs)) (byEvent[event] ??= []).push(station);
  return byEvent;
}
