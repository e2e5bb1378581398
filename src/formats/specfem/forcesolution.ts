import { fromCalendar, type SeismicEvent } from '@/core/model';
import { FormatError } from '../error';
import { KeyValues } from './keyValues';
import { decodeText } from '../text/text';

/** What the times of SPECFEM's synthetics without an event count from, and the time of sources that state none. */
export const NOMINAL_ORIGIN = fromCalendar(2000, 1, 1);

/** Reads SPECFEM's FORCESOLUTION (3D Cartesian or globe): a point force without magnitude, moment or origin time.
 *  Coordinates may be metres of a Cartesian mesh. Depth counts downward whatever its sign in the file.
 *  @throws FormatError with the line */
export function readForceSolution(bytes: Uint8Array, file: string): SeismicEvent {
  const lines = decodeText(bytes, file).split(/\r\n|\n|\r/);
  const start = lines.findIndex((line) => /^\s*FORCE\b/i.test(line));
  if (start < 0) throw new FormatError(file, 'line 1', 'expected a header such as "FORCE  001"');
  const values = new KeyValues(lines.slice(start + 1), file, start + 2, ':');
  return {
    id: lines[start]!.trim().split(/\s+/)[1] ?? '',
    time: NOMINAL_ORIGIN,
    latitude: values.number('latorutm', 'latitude'),
    longitude: values.number('longorutm', 'longitude'),
    depthKm: Math.abs(values.number('depth')),
    magnitude: null,
    momentTensor: null,
    halfDuration: values.optionalNumber('half duration', 'hdur'),
    region: null,
  };
}
