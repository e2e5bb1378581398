import { doubleCouple } from '@/core/mechanism';
import { addSeconds, formatTime, fromCalendar, momentOfMagnitude, type SeismicEvent, type Station } from '@/core/model';
import { broadband, channels } from './instrument';
import { between, randomStream } from './random';
import { placeOnLand, placeOnSlab } from './region';
import { NETWORK } from './settings';

export interface DemoOptions {
  events?: number;
  stations?: number;
  seed?: number;
}

/** The sources and receivers of a demo project. */
export interface DemoPlan {
  seed: number;
  events: SeismicEvent[];
  stations: Station[];
}

export const DEMO_DEFAULTS = { events: 10, stations: 20, seed: 1 };

/** Purposes of random numbers: each has streams of its own. */
const EVENT = 1;
const STATION = 2;
/** Stations nearer to each other than this look like one on a map, degrees of latitude. */
const SPACING = 0.25;

/** Places events and stations around New Zealand. An event or a station is the same whatever their numbers, for one seed.
 *  @throws RangeError for a number that is not from 1 to 9999 */
export function planDemo(options: DemoOptions = {}): DemoPlan {
  const { events, stations, seed } = { ...DEMO_DEFAULTS, ...options };
  for (const [name, count] of Object.entries({ events, stations })) {
    if (!Number.isInteger(count) || count < 1 || count > 9999) {
      throw new RangeError(`the number of ${name} is ${count}, expected a whole number from 1 to 9999`);
    }
  }
  const made: Station[] = [];
  for (let i = 0; i < stations; i++) made.push(makeStation(seed, i, made));
  return { seed, events: Array.from({ length: events }, (_, i) => makeEvent(seed, i)), stations: made };
}

/** A double couple of Mw 4.8 to 6.2; its id is that of the Global CMT catalogue's kind. */
function makeEvent(seed: number, index: number): SeismicEvent {
  const random = randomStream(seed, EVENT, index);
  const { place, depthKm } = placeOnSlab(random);
  // One event in every three days, so that no two have the same id.
  const day = fromCalendar(2015, 3, 1) + BigInt(index) * 3n * 86_400_000_000_000n;
  const time = addSeconds(day, Math.floor(random() * 2.9 * 86_400)) + BigInt(Math.floor(random() * 1e6)) * 1000n;
  const magnitude = Number(between(random, 4.8, 6.2).toFixed(2));
  const moment = momentOfMagnitude(magnitude);
  const [strike, dip, rake] = mechanism(random(), random(), random(), random());
  const stamp = formatTime(time, 0).replace(/\D/g, '');
  return {
    id: `C${stamp.slice(0, 12)}A`,
    time,
    latitude: Number(place[0].toFixed(4)),
    longitude: Number((((place[1] + 540) % 360) - 180).toFixed(4)),
    depthKm: Number(depthKm.toFixed(1)),
    magnitude,
    momentTensor: doubleCouple(strike, dip, rake, moment),
    // As the Global CMT catalogue assumes it (Ekstrom et al. 2012), from the moment in dyn cm.
    halfDuration: Number((1.05e-8 * Math.cbrt(moment * 1e7)).toFixed(1)),
    region: 'Synthetic earthquake near New Zealand',
  };
}

/** Strike, dip and rake of a thrust, a normal or a strike-slip fault, or of one between. */
function mechanism(kind: number, a: number, b: number, c: number): [number, number, number] {
  const spread = 20 * (c - 0.5);
  if (kind < 0.4) return [205 + 40 * (a - 0.5), 15 + 35 * b, 90 + 2 * spread];
  if (kind < 0.6) return [30 + 90 * (a - 0.5), 40 + 25 * b, -90 + 2 * spread];
  if (kind < 0.85) return [360 * a, 70 + 20 * b, (a < 0.5 ? 0 : 180) + spread];
  return [360 * a, 20 + 65 * b, 360 * c - 180];
}

function makeStation(seed: number, index: number, others: Station[]): Station {
  const random = randomStream(seed, STATION, index);
  const crowded = ([latitude, longitude]: [number, number]) =>
    others.some((other) => Math.hypot(other.latitude - latitude, 0.77 * (other.longitude - longitude)) < SPACING);
  let place = placeOnLand(random);
  // A few tries: many stations cannot but stand close.
  for (let attempt = 0; attempt < 20 && crowded(place); attempt++) place = placeOnLand(random);
  const [latitude, longitude] = place.map((degrees) => Number(degrees.toFixed(4))) as [number, number];
  const elevationM = Math.round(between(random, 5, 900));
  // Counts per volt of digitizers in use: 24 bits over 40 or 20 V.
  const response = broadband(random() < 0.5 ? 2 ** 24 / 40 : 2 ** 24 / 20);
  const code = `S${String(index + 1).padStart(3, '0')}`;
  const all = channels([latitude, longitude], elevationM, response);
  return { network: NETWORK, code, latitude, longitude, elevationM, channels: all };
}
