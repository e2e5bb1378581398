import type { HandDecision } from '@/core/model';
import type { Inspection } from '@/project';
import { columns } from './columns';
import { countPairs } from './pairCounts';

/** Problems listed in full up to this many; the rest are counted. */
const MOST_PROBLEMS = 20;

/** An inspection as a page of text.
 *  @param decisions by hand, which count in the present evaluation */
export function inspectionText(inspection: Inspection, decisions: HandDecision[]): string {
  const { path, configFile, events, stations, problems } = inspection;
  const eventRows = events.map((event) => [
    event.id,
    event.time?.slice(0, 19).replace('T', ' ') ?? 'no source file',
    event.magnitude === null ? '' : `M${event.magnitude.toFixed(1)}`,
    event.depthKm === null ? '' : `${event.depthKm.toFixed(0)} km`,
    `${event.observed}`,
    `${event.synthetic}`,
  ]);
  const stationRows = stations.map((station) => [
    station.code,
    station.latitude === null ? 'no coordinates' : `${station.latitude.toFixed(3)} ${station.longitude!.toFixed(3)}`,
    station.hasResponse ? 'yes' : 'no',
    `${station.observed}`,
    `${station.synthetic}`,
  ]);
  const { all, withBoth, ready } = countPairs(inspection);
  return [
    path,
    `parameters: ${configFile ?? 'defaults, there is no atoa.yaml'}`,
    `pairs with observed and synthetic: ${withBoth} of ${all}`,
    `pairs ready to run: ${ready} of ${all}`,
    ...decisionLines(decisions),
    '',
    ...columns(['event', 'origin time', 'mag', 'depth', 'observed', 'synthetic'], eventRows),
    '',
    ...columns(['station', 'place', 'response', 'observed', 'synthetic'], stationRows),
    '',
    ...problemLines(inspection, problems),
  ].join('\n');
}

function decisionLines(decisions: HandDecision[]): string[] {
  const standing = decisions.filter(({ verdict }) => verdict !== 'withdrawn');
  if (standing.length === 0) return [];
  const rows = standing.map(({ event, station, verdict, by, at, note }) => [
    ...[event, station, verdict, by, at.slice(0, 10), note.split('\n')[0]!],
  ]);
  return ['', ...columns(['decided by hand', 'station', 'verdict', 'by', 'on', 'why'], rows)];
}

function problemLines({ events, stations }: Inspection, problems: Inspection['problems']): string[] {
  const lines = [
    ...problems.map(({ severity, file, message, advice }) => {
      return `${severity}: ${file === null ? '' : `${file}: `}${message}${advice === null ? '' : ` (${advice})`}`;
    }),
    ...events.flatMap(({ id, problems: own }) => own.map((text) => `event ${id}: ${text}`)),
    ...stations.flatMap(({ code, problems: own }) => own.map((text) => `station ${code}: ${text}`)),
  ];
  if (lines.length === 0) return ['nothing is missing'];
  const rest = lines.length - MOST_PROBLEMS;
  return rest > 0 ? [...lines.slice(0, MOST_PROBLEMS), `and ${rest} more; --json lists them all`] : lines;
}
