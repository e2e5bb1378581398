import { prefixOf, sliceXml, textOf, type XmlSlice } from './slices';

/** A StationXML file: its bytes, and where its stations stand. */
export interface StationXmlFile {
  bytes: Uint8Array;
  text: string;
  root: XmlSlice;
}

/** @returns null where the bytes are not StationXML */
export function parseStationXml(bytes: Uint8Array): StationXmlFile | null {
  const text = textOf(bytes);
  if (!/<(?:[\w.-]+:)?FDSNStationXML[\s>]/.test(text.slice(0, 4096))) return null;
  const root = sliceXml(text, 4);
  return root?.name === 'FDSNStationXML' ? { bytes, text, root } : null;
}

interface Found {
  file: StationXmlFile;
  network: XmlSlice;
  stations: XmlSlice[];
}

/** The StationXML of one station out of any number of files. A file that holds only this station is passed through byte
 *  for byte; otherwise the pieces of text that concern the station are put together as they stand: the first file's
 *  head, its station, and the channels that other files add (as RESP files do, one channel each).
 *  @param code NN.SSS
 *  @returns null where no file knows the station */
export function extractStationXml(files: StationXmlFile[], code: string): Uint8Array | null {
  const found = files.flatMap((file) => find(file, code));
  const first = found[0];
  if (!first) return null;
  if (found.length === 1 && children(first.file.root, 'Network').flatMap((n) => children(n, 'Station')).length === 1) {
    return first.file.bytes;
  }
  const prefix = prefixOf(first.file.text, first.file.root);
  const alike = found.filter(({ file }) => prefixOf(file.text, file.root) === prefix);
  return new TextEncoder().encode(merge(first, alike.slice(1)));
}

function children(slice: XmlSlice, name: string): XmlSlice[] {
  return slice.children.filter((child) => child.name === name);
}

function find(file: StationXmlFile, code: string): Found[] {
  const dot = code.indexOf('.');
  return children(file.root, 'Network')
    .filter((network) => network.attributes['code'] === code.slice(0, dot))
    .map((network) => ({
      file,
      network,
      stations: children(network, 'Station').filter((station) => station.attributes['code'] === code.slice(dot + 1)),
    }))
    .filter(({ stations }) => stations.length > 0);
}

function merge({ file, network, stations }: Found, others: Found[]): string {
  const { text, root } = file;
  const firstNetwork = children(root, 'Network')[0]!;
  const known = new Set(stations.flatMap((station) => children(station, 'Channel').map(channelKey)));
  const added = others.flatMap((other) =>
    other.stations.flatMap((station) =>
      children(station, 'Channel')
        .filter((channel) => !known.has(channelKey(channel)) && known.add(channelKey(channel)))
        .map((channel) => other.file.text.slice(channel.start, channel.end)),
    ),
  );
  // Channels come last in a station, stations last in a network.
  const pieces = stations.map((station, index) => {
    const head = text.slice(station.start, station.closeStart);
    const extra = index === 0 ? added.map((channel) => `${channel}\n`).join('') : '';
    return head + extra + text.slice(station.closeStart, station.end);
  });
  return [
    // The bytes are UTF-8 now, whatever they were declared to be.
    text.slice(root.start, firstNetwork.start),
    text.slice(network.start, children(network, 'Station')[0]!.start),
    ...pieces,
    text.slice(network.closeStart, network.end),
    text.slice(root.closeStart, root.end),
  ].reduce((document, piece) => `${document}${piece}`, '<?xml version="1.0" encoding="UTF-8"?>\n');
}

function channelKey({ attributes }: XmlSlice): string {
  return ['code', 'locationCode', 'startDate'].map((name) => attributes[name] ?? '').join('|');
}
