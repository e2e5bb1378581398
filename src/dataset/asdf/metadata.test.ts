import { describe, expect, it } from 'vitest';
import { extractQuakeml, firstPublicId } from './quakeml';
import { extractStationXml, parseStationXml } from './stationXml';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array | null) => (data ? new TextDecoder().decode(data) : null);

const ROOT = '<FDSNStationXML xmlns="http://www.fdsn.org/xml/station/1" schemaVersion="1.2"><Source>GeoNet</Source>';
const station = (code: string, channels: string) =>
  `<Station code="${code}"><Latitude>1</Latitude><!-- Ōhau & é -->${channels}</Station>`.replace('&', '&amp;');
const channel = (code: string, start = '2010') => `<Channel code="${code}" locationCode="10" startDate="${start}"/>`;
const file = (body: string) =>
  parseStationXml(bytes(`${ROOT}<Network code="NZ"><Description>d</Description>${body}</Network></FDSNStationXML>\n`))!;

describe('extractStationXml', () => {
  it('passes a file of one station through byte for byte', () => {
    const one = file(station('BFZ', channel('HHZ')));
    expect(extractStationXml([one], 'NZ.BFZ')).toBe(one.bytes);
  });

  it('takes one station out of a network', () => {
    const all = file(station('AAA', channel('HHZ')) + station('BFZ', channel('HHN')) + station('BFZ', channel('HHE')));
    const out = text(extractStationXml([all], 'NZ.BFZ'))!;
    const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
    const stations = station('BFZ', channel('HHN')) + station('BFZ', channel('HHE'));
    expect(out).toBe(
      `${head}${ROOT}<Network code="NZ"><Description>d</Description>${stations}</Network></FDSNStationXML>`,
    );
  });

  it('puts together the channels of several files, each once', () => {
    const files = [
      file(station('BFZ', channel('HHE'))),
      file(station('BFZ', channel('HHN') + channel('HHE'))),
      file(station('BFZ', channel('HHN', '2015'))),
    ];
    const out = extractStationXml(files, 'NZ.BFZ')!;
    const merged = parseStationXml(out)!.root.children.find((child) => child.name === 'Network')!.children;
    const codes = merged.at(-1)!.children.filter((child) => child.name === 'Channel');
    expect(codes.map((c) => [c.attributes['code'], c.attributes['startDate']])).toEqual([
      ['HHE', '2010'],
      ['HHN', '2010'],
      ['HHN', '2015'],
    ]);
    expect(merged.filter((child) => child.name === 'Station')).toHaveLength(1);
  });

  it('keeps what a file of another encoding says', () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${ROOT}<Network code="NZ">${station('AAA', '')}${station('BFZ', '')}</Network></FDSNStationXML>`;
    // The macron is not of this encoding; é is.
    const latin = Uint8Array.from(xml.replaceAll('Ō', 'O'), (c) => c.charCodeAt(0));
    const out = text(extractStationXml([parseStationXml(latin)!], 'NZ.BFZ'))!;
    expect(out).toContain('<?xml version="1.0" encoding="UTF-8"?>');
    expect(out).toContain(station('BFZ', '').replace('Ō', 'O'));
  });

  it('knows nothing of other stations and other formats', () => {
    expect(extractStationXml([file(station('AAA', ''))], 'NZ.BFZ')).toBeNull();
    expect(parseStationXml(bytes('BFZ NZ -40.1 176.2 0 0'))).toBeNull();
    expect(parseStationXml(bytes('<FDSNStationXML><Network>'))).toBeNull();
  });
});

const event = (id: string) => `<event publicID="smi:nz.org.geonet/${id}"><description>é</description></event>`;
const catalogue = (...ids: string[]) =>
  bytes(
    `<?xml version='1.0'?><q:quakeml xmlns:q="q"><eventParameters publicID="smi:x">${ids.map(event).join('')}</eventParameters></q:quakeml>`,
  );

describe('extractQuakeml', () => {
  it('passes a file of one event through byte for byte', () => {
    const one = catalogue('2018p130600');
    expect(extractQuakeml(one, 'whatever it is called')).toBe(one);
  });

  it('takes one event out of a catalogue', () => {
    const out = extractQuakeml(catalogue('a', '2018p130600', 'c'), '2018p130600')!;
    expect(text(out)).toContain(
      `<eventParameters publicID="smi:x">${event('2018p130600')}</eventParameters></q:quakeml>`,
    );
    expect(firstPublicId(out)).toBe('smi:nz.org.geonet/2018p130600');
  });

  it('does not guess', () => {
    expect(extractQuakeml(catalogue('a', 'b'), '2018p130600')).toBeNull();
    expect(extractQuakeml(bytes('PDE 2018 2 18'), '2018p130600')).toBeNull();
  });
});
