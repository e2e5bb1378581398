import { doubleCouple } from '@/core/mechanism';
import { momentMagnitude, momentOfMagnitude, scalarMoment, type MomentTensor, type SeismicEvent } from '@/core/model';
import { parseXml, type XmlElement } from '../xml/xml';
import { elementError, find, findAll, numberAt, requireNumber, textAt, timeOf } from '../xml/xmlRead';

/** What fills most of a catalogue file and is not needed here. */
const SKIPPED = new Set([
  'arrival',
  'pick',
  'amplitude',
  'stationMagnitude',
  'stationMagnitudeContribution',
  'comment',
]);

/** Reads QuakeML 1.2. Of each event: the preferred or else the first origin, magnitude and focal mechanism; without a
 *  moment tensor that of the first nodal plane's double couple.
 *  @throws FormatError with the line */
export function readQuakeml(bytes: Uint8Array, file: string): SeismicEvent[] {
  const root = parseXml(bytes, file, SKIPPED);
  const parameters = root.name === 'eventParameters' ? root : find(root, 'eventParameters');
  if (!parameters) throw elementError(root, `<${root.name}> holds no <eventParameters>: not QuakeML`);
  const events = findAll(parameters, 'event');
  if (events.length === 0) throw elementError(parameters, 'no <event> in this file');
  return events.map(readEvent);
}

function readEvent(event: XmlElement): SeismicEvent {
  const origin = preferred(event, 'origin', 'preferredOriginID');
  if (!origin) throw elementError(event, 'the event has no <origin>');
  const time = find(origin, 'time', 'value');
  if (!time) throw elementError(origin, 'the origin has no <time><value>');
  const magnitude = preferred(event, 'magnitude', 'preferredMagnitudeID');
  const stated = magnitude && numberAt(magnitude, 'mag', 'value');
  const mechanism = mechanismOf(event);
  const momentTensor = mechanism && tensorOf(mechanism, stated);
  const duration = mechanism && numberAt(mechanism, 'momentTensor', 'sourceTimeFunction', 'duration');
  return {
    id: eventIdOf(event.attributes['publicID'] ?? ''),
    time: timeOf(time, time.text),
    latitude: requireNumber(origin, 'latitude', 'value'),
    longitude: requireNumber(origin, 'longitude', 'value'),
    depthKm: (numberAt(origin, 'depth', 'value') ?? 0) / 1000,
    magnitude: stated ?? (momentTensor && momentMagnitude(scalarMoment(momentTensor))),
    momentTensor,
    halfDuration: duration === null ? null : duration / 2,
    region: regionOf(event, origin),
  };
}

/** The element that `reference` names, else the first. */
function preferred(event: XmlElement, name: string, reference: string): XmlElement | null {
  const id = textAt(event, reference);
  const all = findAll(event, name);
  return all.find((element) => element.attributes['publicID']?.trim() === id) ?? all[0] ?? null;
}

/** The preferred mechanism; one with a tensor where that has none. */
function mechanismOf(event: XmlElement): XmlElement | null {
  const first = preferred(event, 'focalMechanism', 'preferredFocalMechanismID');
  if (first && find(first, 'momentTensor', 'tensor')) return first;
  return findAll(event, 'focalMechanism').find((m) => find(m, 'momentTensor', 'tensor')) ?? first;
}

function tensorOf(mechanism: XmlElement, magnitude: number | null): MomentTensor | null {
  const tensor = find(mechanism, 'momentTensor', 'tensor');
  if (tensor) {
    const [mrr, mtt, mpp, mrt, mrp, mtp] = ['Mrr', 'Mtt', 'Mpp', 'Mrt', 'Mrp', 'Mtp'].map((name) =>
      requireNumber(tensor, name, 'value'),
    );
    return { mrr: mrr!, mtt: mtt!, mpp: mpp!, mrt: mrt!, mrp: mrp!, mtp: mtp! };
  }
  const plane = find(mechanism, 'nodalPlanes', 'nodalPlane1');
  const stated = numberAt(mechanism, 'momentTensor', 'scalarMoment', 'value');
  const moment = stated ?? (magnitude === null ? null : momentOfMagnitude(magnitude));
  if (!plane || moment === null) return null;
  const angles = ['strike', 'dip', 'rake'].map((name) => numberAt(plane, name, 'value'));
  if (angles.includes(null)) return null;
  const [strike, dip, rake] = angles as number[];
  return doubleCouple(strike!, dip!, rake!, moment);
}

function regionOf(event: XmlElement, origin: XmlElement): string | null {
  const descriptions = findAll(event, 'description');
  const named = descriptions.find((d) => /region/i.test(textAt(d, 'type') ?? ''));
  return (
    (named && textAt(named, 'text')) ??
    textAt(origin, 'region') ??
    (descriptions[0] ? textAt(descriptions[0], 'text') : null)
  );
}

/** The short name of an event within its resource identifier: the value of `eventid=` in a web service's address, or
 *  the last part that says more than "event". */
export function eventIdOf(publicId: string): string {
  const queried = /[?&#]eventid=([^&#]+)/i.exec(publicId)?.[1];
  if (queried) return queried;
  const parts = publicId.split(/[/#]/).filter((part) => part !== '' && part.toLowerCase() !== 'event');
  return parts.at(-1)?.split(':').at(-1) ?? '';
}
