import { AVAILABLE, bitsAt, type ProjectOverview, type ProjectProblem } from '@/api';
import { needsResponse } from '@/core/config';
import { isReady } from '@/core/model';
import { texts } from '../texts';

type Lists = Pick<ProjectOverview, 'problems' | 'events' | 'stations'>;
type Cells = Pick<ProjectOverview, 'availability'>;
export type Severity = ProjectProblem['severity'];

/** A problem of the project, or of one event or station of it. */
export interface ListedProblem extends ProjectProblem {
  /** `Event a`, `Station NZ.BFZ`; null where it is of the whole project. */
  subject: string | null;
  /** Names that it is of besides the subject, to be found by. */
  names?: string;
}

/** An event or station with its problems, whichever it is. */
interface Troubled {
  name: string;
  subject: string;
  problems: string[];
}

/** So many share a problem before it is told once for all of them. */
const MANY = 4;

/** What all of a list share, without their names; none where there are few. */
function sharedProblems(items: readonly Troubled[], placeholder: string): ReadonlySet<string> {
  const [first, ...others] = items.map(
    ({ name, problems }) => new Set(problems.map((each) => each.replaceAll(name, placeholder))),
  );
  if (first === undefined || items.length < MANY) return new Set();
  return new Set([...first].filter((message) => others.every((each) => each.has(message))));
}

/** The problems of events or of stations: what all of them share is told once, and first. */
function problemsOf(items: readonly Troubled[], placeholder: string, all: string): ListedProblem[] {
  const shared = sharedProblems(items, placeholder);
  const names = items.map(({ name }) => name).join(' ');
  const listed = (subject: string, message: string): ListedProblem => {
    return { subject, severity: 'warning', file: null, message, advice: null };
  };
  return [
    ...[...shared].map((message) => ({ ...listed(all, message), names })),
    ...items.flatMap(({ name, subject, problems }) =>
      problems
        .filter((message) => !shared.has(message.replaceAll(name, placeholder)))
        .map((message) => listed(subject, message)),
    ),
  ];
}

const eventsOf = ({ events }: Lists): Troubled[] =>
  events.map(({ id, problems }) => ({ name: id, subject: texts.project.event(id), problems }));
const stationsOf = ({ stations }: Lists): Troubled[] =>
  stations.map(({ code, problems }) => ({ name: code, subject: texts.project.station(code), problems }));

/** Whether a project is to be looked at before anything of it is selected: it is broken, nothing of it can run, or all
 *  of its events or stations lack the same. */
export function isTroubled(project: Lists & Cells & Pick<ProjectOverview, 'parameters'>): boolean {
  const withResponse = needsResponse(project.parameters);
  return (
    project.problems.some(({ severity }) => severity === 'error') ||
    !project.availability.some((cells) => hasReady(cells, withResponse)) ||
    sharedProblems(eventsOf(project), '').size > 0 ||
    sharedProblems(stationsOf(project), '').size > 0
  );
}

function hasReady(cells: string, withResponse: boolean): boolean {
  for (let column = 0; column < cells.length; column++) if (isReady(bitsAt(cells, column), withResponse)) return true;
  return false;
}

/** Errors and warnings as they are listed. Notes do not count. */
export function countProblems(project: Lists): number {
  return ownProblems(project).filter(({ severity }) => severity !== 'info').length;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Codes that a sentence names; the tree of files has them all. */
const NAMED = 5;

/** What single pairs lack, of events and stations that have it elsewhere: it is no fault of either. An event at a step: of
 *  millions of pairs, looking takes longer than a frame has.
 *  @returns notes with the last step */
export function* lackingPairs({
  events,
  stations,
  availability,
}: Lists & Cells): Generator<undefined, ListedProblem[]> {
  const sides = (['observed', 'synthetic'] as const).map((side) => {
    return { side, expected: stations.flatMap((station, column) => (station[side] > 0 ? [column] : [])) };
  });
  const notes: ListedProblem[] = [];
  for (const [row, event] of events.entries()) {
    yield;
    for (const { side, expected } of sides) {
      if (event[side] === 0 || event[side] === expected.length) continue;
      const cells = availability[row];
      const codes: string[] = [];
      let lacking = 0;
      for (const column of expected) {
        if ((bitsAt(cells, column) & AVAILABLE[side]) !== 0) continue;
        if (lacking++ < NAMED) codes.push(stations[column]!.code);
      }
      if (lacking === 0) continue;
      const names = codes.join(', ') + (lacking > NAMED ? ', …' : '');
      const message = texts.project.lackingSide[side](lacking, names);
      notes.push({ subject: texts.project.event(event.id), severity: 'info', file: null, message, advice: null });
    }
  }
  return notes;
}

const known = new WeakMap<Lists, ListedProblem[]>();

/** Problems of the project, the worst first, then of its events, then of its stations; listed once for a project. */
export function ownProblems(project: Lists): ListedProblem[] {
  const before = known.get(project);
  if (before !== undefined) return before;
  const { problems, events, stations } = project;
  const list = [
    ...problems.map((problem) => ({ ...problem, subject: null })).sort((a, b) => RANK[a.severity] - RANK[b.severity]),
    ...problemsOf(eventsOf(project), '<event_id>', texts.project.allEvents(events.length)),
    ...problemsOf(stationsOf(project), '<station>', texts.project.allStations(stations.length)),
  ];
  known.set(project, list);
  return list;
}

/** All problems: those of the project, its events and its stations, then what single pairs lack. */
export function listProblems(project: Lists & Cells): ListedProblem[] {
  const steps = lackingPairs(project);
  for (;;) {
    const step = steps.next();
    if (step.done) return [...ownProblems(project), ...step.value];
  }
}

/** Those of a severity that have all the words.
 *  @param severity null for all */
export function filterProblems(problems: ListedProblem[], severity: Severity | null, words: string): ListedProblem[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    if (severity !== null && problem.severity !== severity) return false;
    const text = `${problemText(problem)} ${problem.names ?? ''}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** A problem on one line, as it is copied. */
export function problemText({ severity, subject, message, advice, file }: ListedProblem): string {
  const about = subject === null ? '' : `${subject}: `;
  const parts = [`${texts.project[severity]}: ${about}${message}`, advice, file === null ? null : `(${file})`];
  return parts.filter((part) => part !== null).join(' ');
}
