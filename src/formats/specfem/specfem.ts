import { addSeconds, type ChannelId, type Conventions, type Nanoseconds, type Trace } from '@/core/model';
import { FormatError } from '../error';
import { readColumns } from '../text/columns';

/** A synthetic with the first value of its time column: s after the origin, mostly negative. */
export interface SpecfemTrace extends Trace {
  firstTime: number;
}

const EXTENSION = /(\.sem[a-z]?|\.adj)?(\.ascii|\.txt)?$/i;

/** The channel a SPECFEM file name stands for: NN.SSS.CCC.semd or NN.SSS.LL.CCC.semd, with folders before it.
 *  @returns null where the name has another form */
export function specfemChannel(file: string): ChannelId | null {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replace(EXTENSION, '');
  const parts = name.split('.');
  if (
    parts.length < 3 ||
    parts.length > 4 ||
    parts.some((part, i) => part === '' && !(i === 2 && parts.length === 4))
  ) {
    return null;
  }
  const location = parts.length === 4 ? parts[2]!.replace(/^[-_]+$/, '') : '';
  return { network: parts[0]!, station: parts[1]!, location, channel: parts.at(-1)! };
}

/** Reads a SPECFEM synthetic: two columns of text, time (s after the origin) and amplitude.
 *  The sampling interval is the difference of the first two times.
 *  @param file   its name gives the channel
 *  @param origin time that the time column counts from
 *  @param conventions `pyatoa` rounds the sampling interval to 0.1 ms, `corrected` takes the mean step of the whole file
 *  @throws FormatError naming the line */
export function readSpecfemAscii(
  bytes: Uint8Array,
  file: string,
  origin: Nanoseconds,
  conventions: Conventions = 'pyatoa',
): SpecfemTrace {
  const id = specfemChannel(file);
  if (id === null) {
    throw new FormatError(
      file,
      '',
      'the name must be NN.SSS.CCC.semd or NN.SSS.LL.CCC.semd, for its ids stand nowhere else',
    );
  }
  const { data, first, second, last } = readColumns(bytes, file);
  const spacing = second - first;
  const mean = (last - first) / (data.length - 1);
  if (!(spacing > 0)) throw new FormatError(file, '', `times must increase, but ${second} follows ${first}`);
  if (!(Math.abs(mean - spacing) <= 0.1 * spacing)) {
    const message = `${data.length} lines from ${first} to ${last} s are not evenly spaced by ${spacing} s: lines are missing or repeated`;
    throw new FormatError(file, '', message);
  }
  // Nine digits of the mean: what the printed times are exact to.
  const delta = conventions === 'pyatoa' ? roundInterval(spacing) : Number(mean.toPrecision(9));
  return { ...id, starttime: addSeconds(origin, first), delta, data, firstTime: first };
}

/** Four decimals, half to even, and through the sampling rate, which is what the reference stack keeps; an interval too
 *  short for that is left as it is. */
function roundInterval(spacing: number): number {
  const scaled = spacing * 1e4;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor) / 1e4;
  return rounded > 0 ? 1 / (1 / rounded) : spacing;
}
