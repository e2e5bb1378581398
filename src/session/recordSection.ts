import { geodesic } from '@/core/geodesy';
import type { RecordSection, SectionTrace } from '@/core/model';
import type { Input } from '@/api';
import type { ResultReader } from '@/executive';
import type { Project } from '@/project';
import type { ProjectDesk } from './projectDesk';

/** One component of an event's stations as the present evaluation has left it, the nearest first. */
export async function recordSection(
  desk: ProjectDesk,
  results: ResultReader,
  { event, component, width }: Input<'recordSection'>,
): Promise<RecordSection> {
  const { project, outcomes } = desk;
  const traces = (await results.section(project, event, component, width)).map((trace): SectionTrace => {
    const known = outcomes.get({ event, station: trace.station });
    const isKnown = known !== null && known.distanceKm !== null;
    const { distanceKm, azimuthDeg } = isKnown ? known : pathOf(project, event, trace.station);
    return { ...trace, distanceKm, azimuthDeg };
  });
  const distance = ({ distanceKm }: SectionTrace) => distanceKm ?? Infinity;
  return { event, component, traces: traces.sort((a, b) => distance(a) - distance(b) || compare(a, b)) };
}

/** The path that the project tells; a dataset may have stations that no run of now has measured. */
function pathOf({ events, stations }: Project, event: string, code: string) {
  const [source, receiver] = [events.get(event)?.event, stations.get(code)?.station];
  const unknown = { distanceKm: null, azimuthDeg: null };
  if (!source || !receiver) return unknown;
  const places = [source.latitude, source.longitude, receiver.latitude, receiver.longitude] as const;
  if (!places.every((angle) => Math.abs(angle) <= 360) || Math.abs(places[0]) > 90 || Math.abs(places[2]) > 90) {
    return unknown;
  }
  return geodesic(...places);
}

function compare(a: SectionTrace, b: SectionTrace): number {
  if (a.station === b.station) return 0;
  return a.station < b.station ? -1 : 1;
}
