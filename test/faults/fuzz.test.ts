import { describe, expect, it } from 'vitest';
import { ConfigError } from '@/core/config';
import { formatTime } from '@/core/model';
import { FormatError } from '@/formats';
import { allocatedBy } from './support/allocations';
import { checkRead, SAMPLES, type Sample } from '../support/fuzz/corpus';
import { mutate } from '../support/fuzz/mutate';
import { generator } from '../support/random';
import { IS_LONG, reportRow, SEED } from './support/report';

const INPUTS = IS_LONG ? 10_000 : 800;
const SLOWEST_MS = 1000;
/** Bytes that a reader may take for each byte of a file, and besides. */
const MEMORY = { perByte: 64, besides: 2 ** 20 };

interface Tally {
  inputs: number;
  read: number;
  refused: number;
  /** Refused naming a line, byte or sample; the others are wrong as a whole. */
  placed: number;
  slowestMs: number;
}

function attempt(sample: Sample, bytes: Uint8Array, tally: Tally): void {
  const { file } = sample;
  try {
    const objects = sample.read(bytes, file);
    checkRead(objects, formatTime);
    tally.read++;
  } catch (error) {
    if (error instanceof FormatError) {
      expect(error.file).toContain(file);
      expect(error.message.length).toBeGreaterThan(file.length + 10);
      if (error.place !== '') tally.placed++;
    } else if (error instanceof ConfigError) {
      expect(error.message).toContain(file);
      if (/:\d+:/.test(error.message)) tally.placed++;
    } else throw error;
    tally.refused++;
  }
}

describe('damaged files are read, or refused by name and place', () => {
  it.each(SAMPLES.map((sample) => [sample.format, sample] as const))(
    '%s',
    (format, sample) => {
      const random = generator(SEED);
      const tally: Tally = { inputs: 0, read: 0, refused: 0, placed: 0, slowestMs: 0 };
      attempt(sample, sample.bytes, tally);
      expect(tally.read, 'the whole file is read').toBe(1);
      for (; tally.inputs < INPUTS; tally.inputs++) {
        const other = SAMPLES[Math.floor(random() * SAMPLES.length)]!.bytes;
        let damaged = mutate(sample.bytes, other, random);
        if (sample.seal && random() < 0.9) damaged = sample.seal(damaged);
        const where = `input ${tally.inputs} of ${format}`;
        const began = performance.now();
        let allocated = 0;
        try {
          allocated = allocatedBy(() => attempt(sample, damaged, tally));
        } catch (cause) {
          throw new Error(`${where}: ${(cause as Error).message}`, { cause });
        }
        const ms = performance.now() - began;
        expect(allocated, `${where}: memory`).toBeLessThan(MEMORY.perByte * damaged.length + MEMORY.besides);
        expect(ms, `${where}: time`).toBeLessThan(SLOWEST_MS);
        tally.slowestMs = Math.max(tally.slowestMs, Math.ceil(ms));
      }
      reportRow(`mutations of ${format}`, { ...tally });
    },
    600_000,
  );
});
