import { addSeconds, type Nanoseconds, type SeismicEvent, type Station } from '@/core/model';
import { sacReferenceTime, type SacHeader } from './sac';

/** A source deeper than any is given in metres, as files before SAC's depths were in km have it. */
const DEEPEST_KM = 800;

/** The event that a SAC header tells of, as PySEP and others write it: the origin time is the reference time plus `o`
 *  where that is defined, the depth `evdp` is in km, `kevnm` is the name.
 *  @returns null where place, depth or reference time are missing
 *  @throws FormatError where the reference time is out of range */
export function sacEvent(header: SacHeader, file: string): SeismicEvent | null {
  const { evla, evlo, evdp } = header;
  const reference = sacReferenceTime(header, file);
  if (evla === null || evlo === null || evdp === null || reference === null) return null;
  return {
    id: header.kevnm,
    time: originTime(reference, header.o),
    latitude: evla,
    longitude: evlo,
    depthKm: evdp > DEEPEST_KM ? evdp / 1000 : evdp,
    magnitude: header.mag,
    momentTensor: null,
    halfDuration: null,
    region: null,
  };
}

function originTime(reference: Nanoseconds, o: number | null): Nanoseconds {
  return o === null ? reference : addSeconds(reference, o);
}

/** The station and channel that a SAC header tells of. The dip stays unknown: programs disagree on what `cmpinc` counts
 *  from.
 *  @returns null where place or names are missing */
export function sacStation(header: SacHeader): Station | null {
  const { stla, stlo, stel, stdp, knetwk, kstnm, kcmpnm, khole } = header;
  if (stla === null || stlo === null || kstnm === '') return null;
  const place = { latitude: stla, longitude: stlo, elevationM: stel ?? 0 };
  const channel = {
    ...place,
    location: khole.replace(/^-+$/, ''),
    code: kcmpnm,
    depthM: stdp ?? 0,
    azimuthDeg: header.cmpaz,
    dipDeg: null,
    sampleRate: header.delta === null ? null : 1 / header.delta,
    start: null,
    end: null,
    response: null,
  };
  return { ...place, network: knetwk, code: kstnm, channels: kcmpnm === '' ? [] : [channel] };
}
