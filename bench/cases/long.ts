import { join } from 'node:path';
import { geodesic } from '@/core/geodesy';
import { formatTime, parseTime, type SeismicEvent, type Station } from '@/core/model';
import { planDemo } from '@/demo';
import { writeQuakeml, writeStationXml } from '@/formats';
import { configuration } from './bfz';
import { numbered, STATIONS, type BenchCase } from './case';
import { link, put, putWaveform, specfemText } from './folder';

const GRID = { start: -20, delta: 0.0125, length: 24_000 };
export const PERIODS = { minPeriod: 10, maxPeriod: 30 };
/** km/s: P, S and what follows them. */
const VELOCITIES = [6.9, 5.2, 3.95, 3.6, 3.3, 3.0];
/** The peer knows one origin time for all events. */
const ORIGIN = parseTime('2000-01-01T00:00:00Z');

/** Case B: long traces, and with `metadata` events and stations, so that travel times are used. */
export function makeLong(folder: string, pairs: number, metadata: boolean): BenchCase {
  const name = metadata ? 'B travel times' : 'B';
  const project = join(folder, metadata ? 'B-metadata' : 'B');
  const peer = `${project}-peer`;
  const plan = planDemo({ events: Math.ceil(pairs / STATIONS), stations: STATIONS });
  for (let i = 0; i < pairs; i++) {
    const source = plan.events[Math.floor(i / STATIONS)]!;
    const event = { ...source, id: numbered('E', Math.floor(i / STATIONS)), time: ORIGIN };
    const station = plan.stations[i % STATIONS]!;
    const pair = `${station.network}.${station.code}`;
    for (const { letter, observed, synthetic } of longWaveforms(event, station, i)) {
      putWaveform(project, peer, { event: event.id, channel: `${pair}.BX${letter}`, observed, synthetic });
    }
    if (metadata) putMetadata(project, peer, event, station);
  }
  put(join(project, 'atoa.yaml'), `${configuration(PERIODS)}st_obs_type: syn\n`);
  const what = `${pairs} pairs, 3 components x 24,000 samples at 80 Hz, 10-30 s${metadata ? ', travel times' : ''}`;
  return { name, what, pairs, project, peer, ...PERIODS };
}

/** One pair of case B under many names: a run that lasts. */
export function makeRepeated(folder: string, pairs: number): BenchCase {
  const project = join(folder, `B-${pairs}`);
  const plan = planDemo({ events: 1, stations: 1 });
  const waveforms = longWaveforms({ ...plan.events[0]!, time: ORIGIN }, plan.stations[0]!, 0);
  for (let i = 0; i < pairs; i++) {
    const event = numbered('E', Math.floor(i / STATIONS));
    for (const { letter, observed, synthetic } of waveforms) {
      for (const [side, text] of [
        ['observed', observed],
        ['synthetics', synthetic],
      ] as const) {
        const first = join(project, side, 'E001', `XX.S001.BX${letter}.semd`);
        if (i === 0) put(first, text);
        else link(first, join(project, side, event, `XX.${numbered('S', i % STATIONS)}.BX${letter}.semd`));
      }
    }
  }
  put(join(project, 'atoa.yaml'), `${configuration(PERIODS)}st_obs_type: syn\n`);
  const what = `${pairs} pairs of B, all with the same waveforms`;
  return { name: 'B repeated', what, pairs, project, peer: null, ...PERIODS };
}

/** The three components of a pair, as SPECFEM ASCII. */
export function longWaveforms(event: SeismicEvent, station: Station, seed: number) {
  const random = stream(seed);
  return ['E', 'N', 'Z'].map((letter) => {
    const [observed, synthetic] = seismograms(event, station, random).map((data) =>
      specfemText(GRID.start, GRID.delta, data),
    );
    return { letter, observed: observed!, synthetic: synthetic! };
  });
}

/** Pulses of the band's periods at the times of waves; the observed ones shifted, scaled, and with noise. */
function seismograms(event: SeismicEvent, station: Station, random: () => number): [Float64Array, Float64Array] {
  const observed = new Float64Array(GRID.length);
  const synthetic = new Float64Array(GRID.length);
  const { distanceKm } = geodesic(event.latitude, event.longitude, station.latitude, station.longitude);
  const path = Math.hypot(Math.min(distanceKm, 700), event.depthKm);
  for (const velocity of VELOCITIES) {
    const [period, amplitude] = [11 + 14 * random(), 0.2 + random()];
    const time = path / velocity;
    addPulse(synthetic, time, period, amplitude * 1e-4);
    addPulse(observed, time + 3 * (random() - 0.4), period, amplitude * (0.7 + 0.6 * random()) * 1e-4);
  }
  for (let i = 0; i < 8; i++) {
    const [omega, phase] = [(2 * Math.PI) / (6 + 30 * random()), 2 * Math.PI * random()];
    for (let j = 0; j < GRID.length; j++) observed[j]! += 1e-6 * Math.sin(omega * j * GRID.delta + phase);
  }
  return [observed, synthetic];
}

/** A Ricker wavelet. */
function addPulse(data: Float64Array, time: number, period: number, amplitude: number): void {
  for (let i = 0; i < data.length; i++) {
    const a = ((Math.PI / period) * (GRID.start + i * GRID.delta - time)) ** 2;
    if (a < 50) data[i]! += amplitude * (1 - 2 * a) * Math.exp(-a);
  }
}

function putMetadata(project: string, peer: string, event: SeismicEvent, station: Station): void {
  const pair = `${station.network}.${station.code}`;
  const quakeml = join(project, 'events', `${event.id}.xml`);
  const stationXml = join(project, 'stations', `${pair}.xml`);
  put(quakeml, writeQuakeml(event));
  put(
    stationXml,
    writeStationXml([{ ...station, channels: station.channels.map((each) => ({ ...each, response: null })) }]),
  );
  for (const [file, name] of [
    [quakeml, join(peer, event.id, 'event.xml')],
    [stationXml, join(peer, event.id, 'stations', `${pair}.xml`)],
  ] as const) {
    link(file, name);
  }
}

/** Uniform numbers, the same on every machine. @see Park & Miller 1988 */
function stream(seed: number): () => number {
  let state = 1 + seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

export const ORIGIN_DATE = formatTime(ORIGIN, 0).slice(0, 10);
