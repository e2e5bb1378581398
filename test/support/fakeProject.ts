import { AVAILABLE, type EventSummary, type ProjectOverview, type StationSummary } from '@/api';
import { defaultParameters } from '@/core/config';
import { packCells } from '@/core/model';

/** A small deterministic generator (mulberry32): numbers in [0, 1). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const REGIONS = ['Hawke Bay', 'Cook Strait', 'Gisborne', 'Taupo', 'Marlborough', 'East Cape'];

/** Origin times of made-up events, ISO 8601. */
export const originTimes = new Map<string, string>();

function event(index: number, random: () => number): EventSummary {
  const along = random();
  const day = new Date(Date.UTC(2018, 0, 1) + index * 9 * 86_400_000 + random() * 86_400_000);
  const id = `2018p${String(130_000 + index * 617)}`;
  originTimes.set(id, day.toISOString());
  const [strike, size] = [random() * 6.28, 10 ** (15 + random() * 3)];
  return {
    id,
    time: day.toISOString(),
    latitude: -42.5 + 5.5 * along + random() - 0.5,
    longitude: 173.5 + 5.2 * along + 1.5 * (random() - 0.5),
    depthKm: 5 + 240 * random() ** 2,
    magnitude: 4 + 2.4 * random() ** 1.5,
    momentTensor: {
      mrr: size * Math.cos(strike),
      mtt: -0.4 * size * Math.cos(strike),
      mpp: -0.6 * size * Math.cos(strike),
      mrt: size * Math.sin(strike),
      mrp: 0.3 * size,
      mtp: -0.5 * size * Math.sin(strike),
    },
    region: REGIONS[index % REGIONS.length]!,
    observed: 0,
    synthetic: 0,
    problems: [],
  };
}

function station(index: number, random: () => number): StationSummary {
  const letters = 'BCDFGHKLMNPRSTVW';
  const name =
    letters[index % 16]! +
    letters[(index * 7 + 3) % 16]! +
    letters[Math.floor(index / 16) % 16]! +
    (index < 256 ? 'Z' : letters[Math.floor(index / 256) % 16]!);
  const along = random();
  const network = index % 11 === 10 ? 'IU' : 'NZ';
  return {
    code: `${network}.${name}`,
    network,
    name,
    latitude: -44 + 8.5 * along,
    longitude: 170.5 + 6.5 * along + 1.8 * (random() - 0.5),
    elevationM: Math.round(1200 * random()),
    hasResponse: index % 13 !== 5,
    observed: 0,
    synthetic: 0,
    problems: index % 13 === 5 ? ['No instrument response: observed counts cannot be turned into ground motion.'] : [],
  };
}

/** A made-up project in New Zealand, the same for the same numbers. One pair in twenty lacks a side. */
export function fakeProject(path: string, nEvents: number, nStations: number): ProjectOverview {
  const random = generator(7);
  const events = Array.from({ length: nEvents }, (_, i) => event(i, random));
  const stations = Array.from({ length: nStations }, (_, i) => station(i, random));
  const availability = events.map((row) => {
    const cells = stations.map((column) => {
      const draw = random();
      let bits = AVAILABLE.metadata + (column.hasResponse ? AVAILABLE.response : 0);
      if (draw > 0.04) bits += AVAILABLE.observed;
      if (draw < 0.99) bits += AVAILABLE.synthetic;
      row.observed += draw > 0.04 ? 1 : 0;
      row.synthetic += draw < 0.99 ? 1 : 0;
      column.observed += draw > 0.04 ? 1 : 0;
      column.synthetic += draw < 0.99 ? 1 : 0;
      return bits;
    });
    return packCells(cells);
  });
  if (events[2]) {
    events[2].momentTensor = null;
    events[2].problems = ['No moment tensor: synthetics are convolved without a source time function.'];
  }
  return {
    path,
    name: path.split('/').pop() ?? path,
    events,
    stations,
    availability,
    problems: [
      {
        severity: 'warning',
        file: 'stations/RESP.NZ.MPZ.10.HHZ',
        message: 'No instrument response for 4 stations.',
        advice: 'Put their StationXML with responses into stations/, or set preprocess.remove_response to false.',
      },
      {
        severity: 'info',
        file: null,
        message: 'No atoa.yaml: all parameters have their defaults.',
        advice: 'Write one into the project folder to change them.',
      },
    ],
    parameters: defaultParameters(),
    configFile: null,
    broken: null,
    outcomeCount: 0,
    measuredOtherwise: [],
  };
}
