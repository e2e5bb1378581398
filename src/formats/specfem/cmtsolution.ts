import {
  addSeconds,
  formatTime,
  fromCalendar,
  momentMagnitude,
  scalarMoment,
  type MomentTensor,
  type Nanoseconds,
  type SeismicEvent,
} from '@/core/model';
import { FormatError } from '../error';
import { KeyValues } from './keyValues';
import { decodeText, parseDecimal } from '../text/text';
import { checkTime } from '../timeRange';

/** " PDE 2018 02 18 07 43 48.13 lat lon depth mb ms region"; the catalogue's name may touch the year or be missing. */
const HEADER =
  /^\s*[A-Z]{0,8}\s*(\d{4})\s+(\d{1,2})\s+(\d{1,2})\s+(\d{1,2})\s+(\d{1,2})\s+(\d+)(\.\d*)?(\s+[-+.\deEdD]+){3}\s*([-+.\d]+)?\s*([-+.\d]+)?\s*(.*)$/i;

const DYNE_CM_PER_N_M = 1e7;

export function isCmtHeader(line: string): boolean {
  return HEADER.test(line);
}

/** Reads a CMTSOLUTION. An event's time is the centroid's: the header's time plus the time shift, and so are place and
 *  depth; SPECFEM's synthetics count from it. Several sources under one event name are one event, at the first one's place
 *  and with the sum of moments.
 *  @throws FormatError with the line */
export function readCmtSolution(bytes: Uint8Array, file: string): SeismicEvent[] {
  const lines = decodeText(bytes, file).split(/\r\n|\n|\r/);
  const starts = lines.flatMap((line, index) => (HEADER.test(line) ? [index] : []));
  if (starts.length === 0) {
    const expected = ' PDE 2018 02 18 07 43 48.13 -39.9 176.3 20.6 4.9 4.9 PLACE';
    throw new FormatError(file, 'line 1', `expected a header such as "${expected}"`);
  }
  const events = new Map<string, SeismicEvent>();
  starts.forEach((start, i) => {
    const block = new KeyValues(lines.slice(start + 1, starts[i + 1]), file, start + 2, ':');
    const source = readSource(lines[start]!, block, file, start + 1);
    const known = events.get(source.id);
    events.set(source.id, known ? withTensor(known, add(known.momentTensor!, source.momentTensor!)) : source);
  });
  return [...events.values()];
}

function readSource(header: string, block: KeyValues, file: string, line: number): SeismicEvent {
  const { time, magnitude, region } = readHeader(header, file, line);
  const source: SeismicEvent = {
    id: block.text('event name') ?? '',
    time: checkTime(
      addSeconds(time, block.optionalNumber('time shift') ?? 0),
      file,
      `line ${line}`,
      'the time of the event',
    ),
    latitude: block.number('latitude', 'latorutm'),
    longitude: block.number('longitude', 'longorutm'),
    depthKm: block.number('depth'),
    magnitude,
    momentTensor: null,
    halfDuration: block.optionalNumber('half duration'),
    region,
  };
  return withTensor(source, readTensor(block));
}

function withTensor(event: SeismicEvent, momentTensor: MomentTensor): SeismicEvent {
  const moment = scalarMoment(momentTensor);
  return { ...event, momentTensor, magnitude: moment > 0 ? momentMagnitude(moment) : event.magnitude };
}

function readHeader(line: string, file: string, number: number) {
  const [, year, month, day, hour, minute, second, fraction = '', , mb, ms, place] = HEADER.exec(line)!;
  const nanosecond = Number(fraction.slice(1, 10).padEnd(9, '0'));
  let time: Nanoseconds;
  try {
    time = fromCalendar(+year!, +month!, +day!, +hour!, +minute!, +second!, nanosecond);
  } catch (cause) {
    throw new FormatError(file, `line ${number}`, (cause as Error).message, { cause });
  }
  const magnitude = Math.max(parseDecimal(mb ?? '') ?? 0, parseDecimal(ms ?? '') ?? 0);
  return { time, magnitude: magnitude > 0 ? magnitude : null, region: place!.trim() || null };
}

function readTensor(block: KeyValues): MomentTensor {
  const [mrr, mtt, mpp, mrt, mrp, mtp] = ['mrr', 'mtt', 'mpp', 'mrt', 'mrp', 'mtp'].map(
    (key) => block.number(key) / DYNE_CM_PER_N_M,
  );
  return { mrr: mrr!, mtt: mtt!, mpp: mpp!, mrt: mrt!, mrp: mrp!, mtp: mtp! };
}

function add(a: MomentTensor, b: MomentTensor): MomentTensor {
  return {
    mrr: a.mrr + b.mrr,
    mtt: a.mtt + b.mtt,
    mpp: a.mpp + b.mpp,
    mrt: a.mrt + b.mrt,
    mrp: a.mrp + b.mrp,
    mtp: a.mtp + b.mtp,
  };
}

/** An event as a CMTSOLUTION. The header holds the time to 0.01 s, the time shift what is left of it.
 *  @throws RangeError for an event without a moment tensor */
export function writeCmtSolution(event: SeismicEvent): string {
  const { momentTensor: m, latitude, longitude, depthKm } = event;
  if (m === null) throw new RangeError(`event ${event.id} has no moment tensor: it cannot be written as a CMTSOLUTION`);
  const stamp = formatTime(event.time, 9);
  const [date, clock] = [stamp.slice(0, 10).replaceAll('-', ' '), stamp.slice(11, 22).replaceAll(':', ' ')];
  const shift = Number(`0.00${stamp.slice(22, 29)}`);
  const magnitude = (event.magnitude ?? 0).toFixed(1);
  const place = `${latitude.toFixed(4)} ${longitude.toFixed(4)} ${depthKm.toFixed(1)}`;
  const values: [string, string][] = [
    ['event name', event.id],
    ['time shift', shift.toFixed(9)],
    ['half duration', (event.halfDuration ?? 0).toFixed(4)],
    ['latitude', String(latitude)],
    ['longitude', String(longitude)],
    ['depth', String(depthKm)],
    ...(['mrr', 'mtt', 'mpp', 'mrt', 'mrp', 'mtp'] as const).map((key): [string, string] => [
      `M${key.slice(1)}`,
      exponential(m[key] * DYNE_CM_PER_N_M),
    ]),
  ];
  const header = ` PDE ${date} ${clock} ${place} ${magnitude} ${magnitude} ${event.region ?? event.id}`;
  return [header, ...values.map(([key, value]) => `${`${key}:`.padEnd(15)}${value.padStart(16)}`), ''].join('\n');
}

/** C's %e: six decimals or more where they count, two digits of exponent. */
function exponential(value: number): string {
  return value.toExponential(Math.max(6, decimals(value))).replace(/e([+-])(\d)$/, 'e$10$2');
}

function decimals(value: number): number {
  return Math.min(
    12,
    value
      .toExponential()
      .split('e')[0]!
      .replace(/^-?\d\.?/, '').length,
  );
}
