import { describe, expect, it } from 'vitest';
import type { Trace } from '@/core/model';
import { FormatError } from './error';
import { writeMiniSeed } from './miniseedWrite';
import { writeSac } from './sacWrite';
import { readWaveforms } from './waveforms';

/** A small generator of our own (mulberry32), so that a failure repeats. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const trace: Trace = {
  network: 'NZ',
  station: 'BFZ',
  location: '10',
  channel: 'HHZ',
  starttime: 1_518_939_808_128_394_000n,
  delta: 0.05,
  data: Float64Array.from({ length: 700 }, (_, i) => Math.round(1e4 * Math.sin(i / 9))),
};
const text = (lines: string) => new TextEncoder().encode(lines);
const values = (from: number, to: number, line: (i: number) => string) =>
  Array.from({ length: to - from }, (_, i) => line(from + i)).join('');
const header = (layout: string) =>
  `TIMESERIES NZ_BFZ_10_HHZ_D, 30 samples, 20 sps, 2018-02-18T07:43:28.128394, ${layout}, FLOAT, \n`;
const time = (i: number) => `2018-02-18T07:43:${(28.128394 + i / 20).toFixed(6)}`;

const files: Record<string, Uint8Array> = {
  'steim2.mseed': writeMiniSeed([trace], { recordLength: 512 }),
  'int32.mseed': writeMiniSeed([trace], { recordLength: 512, encoding: 'int32', littleEndian: true }),
  'float64.mseed': writeMiniSeed([trace], { recordLength: 4096, encoding: 'float64' }),
  'little.sac': writeSac(trace),
  'big.sac': writeSac(trace, { littleEndian: false }),
  'NZ.BFZ.BXZ.semd': text(values(0, 60, (i) => `${(-20 + i * 0.03).toFixed(7)} ${Math.sin(i).toExponential(7)}\n`)),
  'slist.ascii': text(header('SLIST') + values(0, 30, (i) => `${Math.sin(i)}${i % 6 === 5 ? '\n' : '\t'}`)),
  'tspair.ascii': text(header('TSPAIR') + values(0, 30, (i) => `${time(i)}  ${Math.cos(i)}\n`)),
};

/** One to four bytes changed, cut off, inserted or taken out. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * (random() < 0.5 ? Math.min(128, bytes.length) : bytes.length));
  const changed = bytes.slice();
  switch (Math.floor(random() * 5)) {
    case 0:
      return changed.subarray(0, at);
    case 1:
      return Uint8Array.from([...bytes.subarray(0, at), Math.floor(random() * 256), ...bytes.subarray(at)]);
    case 2:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + Math.floor(random() * 4))]);
    case 3:
      changed.fill(random() < 0.5 ? 255 : 0, at, at + 4);
      return changed;
    default:
      for (let i = 0; i < 1 + random() * 3; i++) {
        changed[Math.min(bytes.length - 1, at + Math.floor(random() * 8))] = Math.floor(random() * 256);
      }
      return changed;
  }
}

describe('damaged waveform files', () => {
  it.each(Object.entries(files))(
    '%s is read or refused by name, and takes no more memory than it may',
    (file, bytes) => {
      expect(readWaveforms(bytes, file, 0n).length).toBeGreaterThan(0);
      const random = generator(20180218);
      for (let run = 0; run < 3000; run++) {
        const damaged = mutate(bytes, random);
        try {
          const samples = readWaveforms(damaged, file, 0n).reduce((sum, { data }) => sum + data.length, 0);
          expect(samples).toBeLessThan(4 * bytes.length);
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
          expect(error.message).toContain(file);
        }
      }
    },
  );

  it('names what an empty and an unknown file should have been', () => {
    expect(() => readWaveforms(new Uint8Array(0), 'a.mseed', null)).toThrow('a.mseed: the file is empty');
    expect(() => readWaveforms(text('<xml/>'), 'a.xml', null)).toThrow(
      'expected miniSEED, SAC, SLIST, TSPAIR or SPECFEM',
    );
  });
});
