import { describe, expect, it } from 'vitest';
import { ConfigError } from '@/core/config';
import { formatTime } from '@/core/model';
import { checkRead, SAMPLES } from '../../test/support/fuzz/corpus';
import { mutate } from '../../test/support/fuzz/mutate';
import { generator } from '../../test/support/random';
import { FormatError } from './error';
import { readWaveforms } from './waveforms';

/** Damaged copies of each file; `npm run test:faults` tries more, and measures time and memory. */
const INPUTS = 300;

describe('damaged files', () => {
  it.each(SAMPLES.map((sample) => [sample.format, sample] as const))(
    '%s is read, or refused by name',
    (_, { file, bytes, read, seal = (damaged) => damaged }) => {
      checkRead(read(bytes, file), formatTime);
      const random = generator(20180218);
      for (let i = 0; i < INPUTS; i++) {
        const other = SAMPLES[Math.floor(random() * SAMPLES.length)]!.bytes;
        const damaged = seal(mutate(bytes, other, random));
        try {
          checkRead(read(damaged, file), formatTime);
        } catch (error) {
          if (!(error instanceof FormatError || error instanceof ConfigError)) throw error;
          expect(error.message).toContain(file);
        }
      }
    },
  );
});

it('names what an empty and an unknown file should have been', () => {
  const unknown = new TextEncoder().encode('<xml/>');
  expect(() => readWaveforms(new Uint8Array(0), 'a.mseed', null)).toThrow('a.mseed: the file is empty');
  expect(() => readWaveforms(unknown, 'a.xml', null)).toThrow('expected miniSEED, SAC, SLIST, TSPAIR or SPECFEM');
});
