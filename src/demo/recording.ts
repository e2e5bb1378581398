import { geodesic, type Geodesic } from '@/core/geodesy';
import { addSeconds, type Channel, type SeismicEvent, type Station, type Trace } from '@/core/model';
import { evaluateResponse } from '@/core/response';
import { irfft, nextFastLength, rfft, type Spectrum } from '@/core/signal';
import { fullSpaceMotion, type Medium, type Motion, type Path } from './fullSpace';
import { addNoise, noiseLevel } from './noise';
import { between, randomStream, type Random } from './random';
import {
  EARTH_MODEL,
  HETEROGENEITY,
  RECORD_END,
  SAMPLING_RATE,
  SYNTHETIC_GRID,
  SYNTHETIC_HALF_DURATION,
  SYNTHETIC_MODEL,
} from './settings';

const PATH = 3;
const SITE = 4;
/** Zeros behind a record before it is filtered by the instrument, s: some periods of the sensor. */
const PADDING = 400;

/** Motion in the components of a seismometer. */
type Components = Record<'E' | 'N' | 'Z', Float64Array>;

/** Synthetic displacement of a pair in m, on the grid of the settings. */
export function syntheticMotion(event: SeismicEvent, station: Station): Components {
  const { start, delta, length } = SYNTHETIC_GRID;
  const way = geodesicOf(event, station);
  const path = pathOf(event, way, SYNTHETIC_HALF_DURATION);
  return toComponents(fullSpaceMotion(path, SYNTHETIC_MODEL, start, delta, length, 'displacement'), way);
}

/** The record of a pair in counts: motion in the demo's Earth, noise, instrument. One trace for each channel.
 *  @param eventIndex,stationIndex choose the random numbers */
export function observedTraces(
  event: SeismicEvent,
  station: Station,
  seed: number,
  eventIndex: number,
  stationIndex: number,
): Trace[] {
  const random = randomStream(seed, PATH, eventIndex, stationIndex);
  const site = randomStream(seed, SITE, stationIndex);
  const delta = 1 / SAMPLING_RATE;
  const start = recordStart(random);
  const length = Math.floor((RECORD_END - start) * SAMPLING_RATE);
  const way = geodesicOf(event, station);
  const full = Math.hypot(event.halfDuration ?? 0, SYNTHETIC_HALF_DURATION);
  const earth = earthAlong(event, station);
  const motion = toComponents(fullSpaceMotion(pathOf(event, way, full), earth, start, delta, length, 'velocity'), way);
  const level = noiseLevel(site);
  const amplification = Math.exp(between(site, -0.15, 0.15));
  return station.channels.map((channel) => {
    const velocity = motion[channel.code.slice(-1) as keyof Components];
    for (let i = 0; i < length; i++) velocity[i]! *= amplification;
    addNoise(random, velocity, delta, level);
    return {
      network: station.network,
      station: station.code,
      location: channel.location,
      channel: channel.code,
      starttime: addSeconds(event.time, start),
      delta,
      data: toCounts(velocity, channel),
    };
  });
}

/** First time of a record, s after the origin: 20 to 30 s before the synthetic, and between its samples, for the clocks
 *  of recorders know nothing of origin times. A sample falls on or just before the synthetic's first one: where the
 *  nearest sample lies after it, the reference stack (Pyatoa 0.4.2) refuses the pair, and the demo shall be for both. */
function recordStart(random: Random): number {
  const { start, delta } = SYNTHETIC_GRID;
  const steps = Math.floor(between(random, 20 / delta, 30 / delta));
  return Number((start - steps * delta - between(random, 0, 0.45 * delta)).toFixed(6));
}

function geodesicOf(event: SeismicEvent, station: Station): Geodesic {
  return geodesic(event.latitude, event.longitude, station.latitude, station.longitude);
}

function pathOf(event: SeismicEvent, way: Geodesic, halfDuration: number): Path {
  if (event.momentTensor === null) throw new Error(`event ${event.id} has no moment tensor`);
  return {
    momentTensor: event.momentTensor,
    halfDuration,
    distance: way.distanceKm * 1000,
    depth: event.depthKm * 1000,
    azimuthDeg: way.azimuthDeg,
  };
}

/** The Earth's mean velocities along a path: smooth anomalies of some hundred kilometres, taken at its middle. */
function earthAlong(event: SeismicEvent, station: Station): Medium {
  const latitude = (event.latitude + station.latitude) / 2;
  const longitude = (((event.longitude + 360) % 360) + station.longitude) / 2;
  const anomaly = HETEROGENEITY * Math.sin(1.7 * latitude + 0.4) * Math.cos(1.3 * longitude);
  const { alpha, beta, density } = EARTH_MODEL;
  return { alpha: alpha * (1 + 0.7 * anomaly), beta: beta * (1 + anomaly), density };
}

/** Radial and transverse to east and north: at the station the ray goes on away from the backazimuth. */
function toComponents({ radial, transverse, up }: Motion, { backazimuthDeg }: Geodesic): Components {
  const direction = ((backazimuthDeg + 180) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(direction), Math.cos(direction)];
  return {
    E: radial.map((r, i) => r * sin + transverse[i]! * cos),
    N: radial.map((r, i) => r * cos - transverse[i]! * sin),
    Z: up,
  };
}

/** Ground velocity in m/s to whole counts. */
function toCounts(velocity: Float64Array, channel: Channel): Float64Array {
  const n = nextFastLength(velocity.length + PADDING * SAMPLING_RATE);
  const spectrum = rfft(velocity, n);
  const { re, im } = instrument(channel, n);
  for (let i = 0; i < re.length; i++) {
    const [a, b] = [spectrum.re[i]!, spectrum.im[i]!];
    spectrum.re[i] = a * re[i]! - b * im[i]!;
    spectrum.im[i] = a * im[i]! + b * re[i]!;
  }
  return irfft(spectrum, n).subarray(0, velocity.length).map(Math.round);
}

/** Responses by the length of the transform: the channels of a station share one, and few lengths occur. */
const instruments = new WeakMap<object, Map<number, Spectrum>>();

function instrument({ response }: Channel, n: number): Spectrum {
  if (response === null) throw new Error('a channel of the demo has no response');
  const known = instruments.get(response) ?? new Map<number, Spectrum>();
  instruments.set(response, known);
  const found = known.get(n);
  if (found) return found;
  const frequencies = Float64Array.from({ length: n / 2 + 1 }, (_, i) => (i * SAMPLING_RATE) / n);
  const spectrum = evaluateResponse(response, frequencies, 'VEL');
  known.set(n, spectrum);
  return spectrum;
}
