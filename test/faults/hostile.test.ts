import { describe, expect, it } from 'vitest';
import { FormatError, readEvents, readStations, readWaveforms } from '@/formats';
import { allocatedBy } from './support/allocations';

const text = (content: string) => new TextEncoder().encode(content);
const long = (unit: string, bytes: number) => unit.repeat(Math.ceil(bytes / unit.length));
const LONG = 300_000;
const waveforms = (bytes: Uint8Array, file: string) => readWaveforms(bytes, file, 0n);

/** Files made to do harm: to take all time, all memory, or to name others. Each is refused, fast and by name. */
const FILES: [string, (bytes: Uint8Array, file: string) => unknown, string, RegExp][] = [
  [
    'entities that grow a thousandfold (a billion laughs)',
    readEvents,
    `<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "${long('ha', 999)}"><!ENTITY b "${long('&a;', 99)}">]><q:quakeml>&b;</q:quakeml>`,
    /line 1: .*DOCTYPE/,
  ],
  [
    'an entity that names another file',
    readStations,
    '<?xml version="1.0"?><!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><FDSNStationXML>&x;</FDSNStationXML>',
    /DOCTYPE/,
  ],
  ['an entity without a declaration', readEvents, '<quakeml>&x;</quakeml>', /line 1/],
  ['elements within elements', readEvents, `<quakeml>${long('<a>', LONG)}`, /nested deeper than 64/],
  ['elements within elements that are left out', readEvents, `<quakeml><pick>${long('<a>', LONG)}`, /nested deeper/],
  ['a million elements beside each other', readEvents, `<quakeml>${long('<a/>', 9_000_000)}</quakeml>`, /elements/],
  ['an element with very many attributes', readEvents, `<quakeml ${long(' a="1"', LONG)}></quakeml>`, /line 1/],
  ['a comment without an end', readEvents, `<quakeml><!--${long('<!--', LONG)}`, /line 1/],
  ['a header that only begins', readStations, long('<FDSNStationXML ', LONG), /line 1/],
  [
    'a line of numbers that ends in a word',
    readStations,
    `NZ AAA ${long('1111111111 ', 2000)} x!`,
    /no stations in it/,
  ],
  ['a number without an end', readEvents, `PDE 2018 1 1 1 1 1.0 ${long('1', LONG)} x`, /./],
  ['a number that ends in a letter', readEvents, `xs = 1\nzs = ${long('1', LONG)}x\n`, /line 2: "zs"/],
  ['a comment of spaces', readStations, `ZEROS 1000\n* A${long(' ', LONG)}x\nx\n`, /line 3/],
  ['a comment of colons', readStations, `ZEROS 1000\n* A${long(' :', LONG)}x\nx\n`, /line 3/],
  ['blank lines', readStations, `${long('\n', LONG)}ZEROS x`, /no stations in it/],
  ['a count of roots beyond reason', readStations, 'ZEROS 999999999\nCONSTANT 1\n', /line 1/],
  [
    'a count of samples beyond reason',
    waveforms,
    'TIMESERIES NZ_BFZ_10_HHZ_D, 999999999999 samples, 20 sps, 2018-02-18T07:43:28, SLIST, FLOAT, \n1 2 3\n',
    /line 1: 999999999999 samples/,
  ],
  ['a column without an end', waveforms, `0 ${long('1', LONG)}x\n1 1\n`, /NZ\.A\.BXZ\.semd, line 1/],
  ['dates before all time', waveforms, '-1e30 1\n0 1\n', /1678/],
];

describe('a file with', () => {
  it.each(FILES)('%s is refused at once', (_, read, content, message) => {
    const bytes = text(content);
    const began = performance.now();
    let error: unknown = null;
    const allocated = allocatedBy(() => {
      try {
        read(bytes, 'NZ.A.BXZ.semd');
      } catch (thrown) {
        error = thrown;
      }
    });
    expect(performance.now() - began).toBeLessThan(1000 + bytes.length / 1000);
    expect(allocated).toBeLessThan(64 * bytes.length + 2 ** 20);
    expect(error).toBeInstanceOf(FormatError);
    expect((error as FormatError).message).toMatch(message);
    // A message is for people: it does not repeat a whole file.
    expect((error as FormatError).message.length).toBeLessThan(1000);
  });
});
