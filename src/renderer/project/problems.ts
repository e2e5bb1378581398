import { AVAILABLE, type EventSummary, type ProjectOverview, type ProjectProblem, type StationSummary } from '@/api';
import { texts } from '../texts';

type Lists = Pick<ProjectOverview, 'problems' | 'events' | 'stations'>;
type Cells = Pick<ProjectOverview, 'availability'>;
export type Severity = ProjectProblem['severity'];

/** A problem of the project, or of one event or station of it. */
export interface ListedProblem extends ProjectProblem {
  /** `Event a`, `Station NZ.BFZ`; null where it is of the whole project. */
  subject: string | null;
}

/** Errors and warnings of the project, and its events and stations that have some. Notes do not count. */
export function countProblems(project: Lists): number {
  const own = project.problems.filter((problem) => problem.severity !== 'info').length;
  return own + troubled(project.events).length + troubled(project.stations).length;
}

function troubled<T extends EventSummary | StationSummary>(items: T[]): T[] {
  return items.filter((item) => item.problems.length > 0);
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Codes that a sentence names; the tree of files has them all. */
const NAMED = 5;

/** What single pairs lack, of events and stations that have it elsewhere: it is no fault of either. */
function lackingPairs({ events, stations, availability }: Lists & Cells): ListedProblem[] {
  return events.flatMap((event, row) =>
    (['observed', 'synthetic'] as const).flatMap((side): ListedProblem[] => {
      if (event[side] === 0) return [];
      const cells = availability[row] ?? [];
      const codes = stations
        .filter((station, column) => station[side] > 0 && ((cells[column] ?? 0) & AVAILABLE[side]) === 0)
        .map(({ code }) => code);
      if (codes.length === 0) return [];
      const names = codes.slice(0, NAMED).join(', ') + (codes.length > NAMED ? ', …' : '');
      const message = texts.project.lackingSide[side](codes.length, names);
      return [{ subject: texts.project.event(event.id), severity: 'info', file: null, message, advice: null }];
    }),
  );
}

/** All problems: of the project, the worst first, then of its events, then of its stations, then of single pairs. */
export function listProblems(project: Lists & Cells): ListedProblem[] {
  const { problems, events, stations } = project;
  const ofItem = (subject: string, messages: string[]): ListedProblem[] =>
    messages.map((message) => ({ subject, severity: 'warning', file: null, message, advice: null }));
  return [
    ...problems.map((problem) => ({ ...problem, subject: null })).sort((a, b) => RANK[a.severity] - RANK[b.severity]),
    ...events.flatMap(({ id, problems: own }) => ofItem(texts.project.event(id), own)),
    ...stations.flatMap(({ code, problems: own }) => ofItem(texts.project.station(code), own)),
    ...lackingPairs(project),
  ];
}

/** Those of a severity that have all the words.
 *  @param severity null for all */
export function filterProblems(problems: ListedProblem[], severity: Severity | null, words: string): ListedProblem[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    if (severity !== null && problem.severity !== severity) return false;
    const text = problemText(problem).toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** A problem on one line, as it is copied. */
export function problemText({ severity, subject, message, advice, file }: ListedProblem): string {
  const about = subject === null ? '' : `${subject}: `;
  const parts = [`${texts.project[severity]}: ${about}${message}`, advice, file === null ? null : `(${file})`];
  return parts.filter((part) => part !== null).join(' ');
}
