import { channelAt, type Station, type Trace } from '@/core/model';
import { rotateNeToRt } from '@/core/signal';
import type { Notes } from './notes';
import type { Side } from './sides';

const RADIANS = Math.PI / 180;
/** Sine of the smallest angle between two sensors that tell north from east. */
const LEAST_SINE = 0.1;

/**
 * Turns channels 1 and 2 into north and east by the azimuths of the station's metadata, where the side has no N and E.
 * Without azimuths they stay as they are, with a warning.
 */
export function orientToNorth(side: Side, station: Station | null, notes: Notes): void {
  const { traces } = side;
  const first = traces.get('1');
  const second = traces.get('2');
  if (first === undefined || second === undefined || traces.has('N') || traces.has('E')) return;
  const a = azimuthOf(first, station);
  const b = azimuthOf(second, station);
  const determinant = a === null || b === null ? 0 : Math.sin((b - a) * RADIANS);
  if (a === null || b === null || Math.abs(determinant) < LEAST_SINE) {
    notes.warn(`${side.name} channels 1 and 2 are not turned to north and east: the station file gives no azimuths`);
    return;
  }
  const [cosA, sinA, cosB, sinB] = [Math.cos, Math.sin]
    .flatMap((f) => f(a * RADIANS))
    .concat([Math.cos, Math.sin].map((f) => f(b * RADIANS)));
  const combine = (p: number, q: number) => first.data.map((x, i) => (p * x + q * second.data[i]) / determinant);
  traces.set('N', { ...renamed(first, 'N'), data: combine(sinB, -sinA) });
  traces.set('E', { ...renamed(first, 'E'), data: combine(-cosB, cosA) });
}

function azimuthOf(trace: Trace, station: Station | null): number | null {
  return station && (channelAt(station, trace.location, trace.channel, trace.starttime)?.azimuthDeg ?? null);
}

/** Turns N and E into R and T, where the side has not got those already. */
export function rotateToRadial(side: Side, backazimuthDeg: number): void {
  const { traces } = side;
  const north = traces.get('N');
  const east = traces.get('E');
  if (north === undefined || east === undefined || (traces.has('R') && traces.has('T'))) return;
  const { radial, transverse } = rotateNeToRt(north.data, east.data, backazimuthDeg);
  traces.delete('N');
  traces.delete('E');
  traces.set('R', { ...renamed(north, 'R'), data: radial });
  traces.set('T', { ...renamed(east, 'T'), data: transverse });
}

function renamed(trace: Trace, letter: string): Trace {
  return { ...trace, channel: `${trace.channel.slice(0, -1)}${letter}` };
}
