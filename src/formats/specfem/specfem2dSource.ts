import type { SeismicEvent } from '@/core/model';
import { NOMINAL_ORIGIN } from './forcesolution';
import { KeyValues } from './keyValues';
import { decodeText } from '../text/text';

/** Reads SPECFEM2D's SOURCE, first source: `xs` and `zs` in metres. They stand as latitude and longitude, in the order in
 *  which SPECFEM2D's STATIONS has its stations' x and z.
 *  @throws FormatError with the line */
export function readSpecfem2dSource(bytes: Uint8Array, file: string): SeismicEvent {
  const values = new KeyValues(decodeText(bytes, file).split(/\r\n|\n|\r/), file, 1, '=');
  return {
    id: '',
    time: NOMINAL_ORIGIN,
    latitude: values.number('xs'),
    longitude: values.number('zs'),
    depthKm: 0,
    magnitude: null,
    momentTensor: null,
    halfDuration: null,
    region: null,
  };
}
