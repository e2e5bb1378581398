import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelCode } from '@/core/model';
import { readWaveforms, writeAdjointSource } from '@/formats';

interface ExpectedTrace {
  id: string;
  starttime: string;
  delta: number;
  data: number[];
  origin?: string;
}

const FOLDER = resolve(import.meta.dirname, 'data/formats');
const bytesOf = (name: string) => new Uint8Array(readFileSync(resolve(FOLDER, name)));
const json = (name: string): unknown => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
const cases = json('expected.json') as { file: string; traces: ExpectedTrace[] }[];

describe('waveform files of other programs (made by make-formats.py)', () => {
  it.each(cases.map(({ file, traces }) => [file, traces] as const))(
    'reads %s as ObsPy does, to the last bit',
    (file, expected) => {
      const origin = expected[0]!.origin;
      const traces = readWaveforms(bytesOf(file), file, origin === undefined ? null : BigInt(origin));
      const byIdAndTime = (a: { id: string; starttime: string }, b: { id: string; starttime: string }) =>
        `${a.id}${a.starttime}` < `${b.id}${b.starttime}` ? -1 : 1;
      const found = traces.map((trace) => ({
        id: channelCode(trace),
        starttime: String(trace.starttime),
        delta: trace.delta,
        data: [...trace.data],
      }));
      const wanted = expected.map(({ id, starttime, delta, data }) => ({ id, starttime, delta, data }));
      expect(found.toSorted(byIdAndTime)).toEqual(wanted.toSorted(byIdAndTime));
    },
  );

  it('writes an adjoint source file as pyadjoint does, byte for byte', () => {
    const { start, delta, data } = json('adjoint.json') as { start: number; delta: number; data: number[] };
    const written = writeAdjointSource(start, delta, Float64Array.from(data));
    expect(new TextDecoder().decode(written)).toBe(new TextDecoder().decode(bytesOf('NZ.BFZ.BXZ.adj')));
  });
});
