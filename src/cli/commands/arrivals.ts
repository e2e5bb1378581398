import { arrivals, PhaseNameError, TravelTimeError, type Arrival, type EarthModel } from '@/core/traveltime';
import { columns } from '../columns';
import { UsageError } from '../usage';

export interface ArrivalsOptions {
  model: EarthModel;
  /** km */
  depth: number;
  /** degrees */
  distance: number;
  /** The usual ones where empty. */
  phases: string[];
  json: boolean;
}

const DEGREE = Math.PI / 180;

/** Prints theoretical arrivals in a layered Earth, sorted by time.
 *  @throws UsageError for a depth, distance or phase that cannot be */
export function printArrivals(options: ArrivalsOptions): number {
  const found = find(options);
  console.log(options.json ? JSON.stringify(found.map(record), null, 1) : page(options, found).join('\n'));
  return 0;
}

function find({ model, depth, distance, phases }: ArrivalsOptions): Arrival[] {
  try {
    return arrivals(model, depth, distance, phases.length > 0 ? phases : undefined);
  } catch (error) {
    if (error instanceof TravelTimeError || error instanceof PhaseNameError) throw new UsageError(error.message);
    throw error;
  }
}

/** Times in s, ray parameters in s/rad and s/deg, angles in degrees; under the names that ObsPy gives them. */
function record({ name, time, rayParameter, takeoffDeg, incidentDeg }: Arrival) {
  return {
    name,
    time,
    ray_param: rayParameter,
    ray_param_sec_degree: rayParameter * DEGREE,
    takeoff_angle: takeoffDeg,
    incident_angle: incidentDeg,
  };
}

function page({ model, depth, distance, phases }: ArrivalsOptions, found: Arrival[]): string[] {
  const title = `${model}, source at ${depth} km, distance ${distance}°`;
  if (found.length === 0) return [title, `no arrivals${phases.length > 0 ? ` of ${phases.join(', ')}` : ''}`];
  const rows = found.map(({ name, time, rayParameter, takeoffDeg, incidentDeg }) => [
    name,
    time.toFixed(3),
    (rayParameter * DEGREE).toFixed(4),
    rayParameter.toFixed(3),
    takeoffDeg.toFixed(2),
    incidentDeg.toFixed(2),
  ]);
  const head = ['phase', 'time s', 'p s/deg', 'p s/rad', 'takeoff °', 'incidence °'];
  return [title, '', ...columns(head, rows, [1, 2, 3, 4, 5])];
}
