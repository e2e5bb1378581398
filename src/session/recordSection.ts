import { periodBands } from '@/core/config';
import { arcDegrees, geodesic } from '@/core/geodesy';
import { compareNames, type ArrivalCurve, type PairOutcome, type RecordSection, type SectionTrace } from '@/core/model';
import type { Input } from '@/api';
import type { ResultReader } from '@/executive';
import type { Project } from '@/project';
import type { ProjectDesk } from './projectDesk';

/** Arrivals are computed at so many distances of stations, and so many evenly between the nearest and the farthest. */
const STATIONS = 32;
const BETWEEN = 64;

/** One component of an event's stations as the present evaluation has left it, the nearest first, and theoretical
 *  arrivals over their distances. */
export async function recordSection(
  desk: ProjectDesk,
  results: ResultReader,
  { event, component, width }: Input<'recordSection'>,
): Promise<RecordSection> {
  const { project, outcomes } = desk;
  const [band, ...others] = periodBands(project.parameters);
  const isOneOfBands = others.length > 0;
  let withoutBands = 0;
  const traces = (await results.section(project, event, component, width)).map((trace): SectionTrace => {
    const known = outcomes.get({ event, station: trace.station });
    const isKnown = known !== null && known.distanceKm !== null;
    const { distanceKm, azimuthDeg } = isKnown ? known : pathOf(project, event, trace.station);
    const own = { ...trace, distanceKm, azimuthDeg };
    if (!isOneOfBands) return own;
    if (known === null && trace.windows.length > 0) withoutBands++;
    return { ...own, windows: ofFirstBand(known, component, trace) };
  });
  const distance = ({ distanceKm }: SectionTrace) => distanceKm ?? Infinity;
  traces.sort((a, b) => distance(a) - distance(b) || compareNames(a.station, b.station));
  return {
    event,
    component,
    band: band!,
    isOneOfBands,
    traces,
    withoutBands,
    arrivals: await arrivalsOver(project, results, event, traces),
  };
}

/** The windows of the first period band, as the journal tells them: a dataset has those of all, and does not tell them
 *  apart. */
function ofFirstBand(
  known: PairOutcome | null,
  component: string,
  { timeOffset }: SectionTrace,
): SectionTrace['windows'] {
  const { windows, trace } = known?.components[component] ?? { windows: [] };
  const seconds = (sample: number) => timeOffset + sample * (trace?.delta ?? 0);
  return windows
    .filter(({ band }) => band === 0)
    .map(({ left, right }) => ({ left: seconds(left), right: seconds(right) }));
}

/** Two places, degrees; null where one is unknown or beyond a pole: SPECFEM may count in metres. */
function placesOf({ events, stations }: Project, event: string, code: string) {
  const [source, receiver] = [events.get(event)?.event, stations.get(code)?.station];
  if (!source || !receiver) return null;
  const places = [source.latitude, source.longitude, receiver.latitude, receiver.longitude] as const;
  const isGiven = places.every((angle) => Math.abs(angle) <= 360);
  return isGiven && Math.abs(places[0]) <= 90 && Math.abs(places[2]) <= 90 ? places : null;
}

/** The path that the project tells; a dataset may have stations that no run of now has measured. */
function pathOf(project: Project, event: string, code: string) {
  const places = placesOf(project, event, code);
  return places === null ? { distanceKm: null, azimuthDeg: null } : geodesic(...places);
}

interface Distance {
  km: number;
  deg: number;
}

async function arrivalsOver(
  project: Project,
  results: ResultReader,
  event: string,
  traces: readonly SectionTrace[],
): Promise<ArrivalCurve[]> {
  const depthKm = project.events.get(event)?.event?.depthKm ?? NaN;
  const distances = traces.flatMap(({ station, distanceKm: km }): Distance[] => {
    const places = placesOf(project, event, station);
    return km === null || places === null ? [] : [{ km, deg: arcDegrees(...places) }];
  });
  const grid = gridOver(distances);
  if (!Number.isFinite(depthKm) || grid.length < 2) return [];
  const kilometres = new Map(grid.map(({ km, deg }) => [deg, km]));
  const { earth_model: model } = project.parameters.pyflex_parameters;
  const curves = await results.curves(model, depthKm, [...kilometres.keys()]);
  return curves.map(({ phase, points }) => ({
    phase,
    points: points.map(([deg, time]): [number, number] => [kilometres.get(deg)!, time]),
  }));
}

/** Distances of stations, an even part of very many, and distances between them: curves bend where no station is. */
function gridOver(distances: readonly Distance[]): Distance[] {
  const sorted = [...distances].sort((a, b) => a.deg - b.deg);
  const [nearest, farthest] = [sorted[0], sorted.at(-1)];
  if (nearest === undefined || farthest === undefined || nearest.deg === farthest.deg) return [];
  const every = Math.max(1, (sorted.length - 1) / (STATIONS - 1));
  const grid: Distance[] = [];
  for (let i = 0; i < sorted.length - 1; i += every) grid.push(sorted[Math.floor(i)]!);
  for (let i = 1; i < BETWEEN; i++) {
    const share = i / BETWEEN;
    const between = (a: number, b: number) => a + share * (b - a);
    grid.push({ km: between(nearest.km, farthest.km), deg: between(nearest.deg, farthest.deg) });
  }
  return [...grid, farthest].sort((a, b) => a.deg - b.deg);
}
