import type { Channel, Nanoseconds, Station } from '@/core/model';
import { readResponse } from './stationxmlResponse';
import { parseXml, type XmlElement } from '../xml/xml';
import { elementError, find, findAll, numberAt, requireAttribute, requireNumber, timeOf } from '../xml/xmlRead';

const SKIPPED = [
  'Comment',
  'Site',
  'Vault',
  'Geology',
  'Operator',
  'Sensor',
  'PreAmplifier',
  'DataLogger',
  'Equipment',
];
const WITH_RESPONSES = new Set(SKIPPED);
/** Of a response it is then only seen that it is there. */
const WITHOUT_RESPONSES = new Set([...SKIPPED, 'Stage']);

/** Reads StationXML 1.0 to 1.2: one station per `<Station>`, so that one which moved comes once per place.
 *  @param options.responses false leaves responses unread, for a listing: a channel that has one gets it without stages
 *  @throws FormatError with the line */
export function readStationXml(bytes: Uint8Array, file: string, options: { responses?: boolean } = {}): Station[] {
  const responses = options.responses ?? true;
  const root = parseXml(bytes, file, responses ? WITH_RESPONSES : WITHOUT_RESPONSES);
  if (root.name !== 'FDSNStationXML') throw elementError(root, `<${root.name}> is not StationXML (<FDSNStationXML>)`);
  const version = root.attributes['schemaVersion'];
  if (version !== undefined && !/^1(\.|$)/.test(version.trim())) {
    throw elementError(root, `StationXML version ${version} is not known: expected 1.0, 1.1 or 1.2`);
  }
  return findAll(root, 'Network').flatMap((network) => {
    const code = requireAttribute(network, 'code');
    return findAll(network, 'Station').map((station) => readStation(station, code, responses));
  });
}

function readStation(station: XmlElement, network: string, responses: boolean): Station {
  const place = {
    latitude: requireNumber(station, 'Latitude'),
    longitude: requireNumber(station, 'Longitude'),
    elevationM: numberAt(station, 'Elevation') ?? 0,
  };
  const channels = findAll(station, 'Channel').map((channel) => readChannel(channel, place, responses));
  return { network, code: requireAttribute(station, 'code'), ...place, channels };
}

type Place = Pick<Station, 'latitude' | 'longitude' | 'elevationM'>;

function readChannel(channel: XmlElement, station: Place, responses: boolean): Channel {
  const response = find(channel, 'Response');
  const present = response !== null && response.children.length > 0;
  return {
    location: (channel.attributes['locationCode'] ?? '').trim().replace(/^--$/, ''),
    code: requireAttribute(channel, 'code'),
    latitude: numberAt(channel, 'Latitude') ?? station.latitude,
    longitude: numberAt(channel, 'Longitude') ?? station.longitude,
    elevationM: numberAt(channel, 'Elevation') ?? station.elevationM,
    depthM: numberAt(channel, 'Depth') ?? 0,
    azimuthDeg: numberAt(channel, 'Azimuth'),
    dipDeg: numberAt(channel, 'Dip'),
    sampleRate: sampleRateOf(channel),
    start: dateOf(channel, 'startDate'),
    end: dateOf(channel, 'endDate'),
    response: !present ? null : responses ? readResponse(response) : { sensitivity: null, stages: [] },
  };
}

function sampleRateOf(channel: XmlElement): number | null {
  const rate = numberAt(channel, 'SampleRate');
  if (rate !== null) return rate;
  const samples = numberAt(channel, 'SampleRateRatio', 'NumberSamples');
  const seconds = numberAt(channel, 'SampleRateRatio', 'NumberSeconds');
  return samples === null || !seconds ? null : samples / seconds;
}

function dateOf(channel: XmlElement, name: string): Nanoseconds | null {
  const text = channel.attributes[name]?.trim();
  return text ? timeOf(channel, text) : null;
}
