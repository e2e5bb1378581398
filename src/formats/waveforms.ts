import type { Conventions, Nanoseconds, Trace } from '@/core/model';
import { FormatError } from './error';
import { NOMINAL_ORIGIN } from './specfem/forcesolution';
import { isMiniSeed, readMiniSeed, startOfMiniSeed } from './miniseed/miniseed';
import { isSac, readSac, startOfSac } from './sac/sac';
import { isSlist, readSlist, startOfSlist } from './slist/slist';
import { readSpecfemAscii, specfemChannel } from './specfem/specfem';
import { checkTimes } from './timeRange';

export type WaveformFormat = 'miniSEED' | 'SAC' | 'SLIST' | 'SPECFEM ASCII';

/** Bytes that tell SPECFEM's columns from binary data. */
const PROBE = 200;

/** The format of a waveform file by its content, and null where it is none of the known ones. */
export function detectWaveforms(bytes: Uint8Array): WaveformFormat | null {
  if (isSlist(bytes)) return 'SLIST';
  if (isMiniSeed(bytes)) return 'miniSEED';
  if (isSac(bytes)) return 'SAC';
  return isColumns(bytes) ? 'SPECFEM ASCII' : null;
}

/** Numbers in columns: nothing but their characters in the first lines. */
function isColumns(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, PROBE));
  return /^(\s*#.*\n)*\s*[-+.\d]/.test(text) && !/[^\t\n\r\x20-\x7e]/.test(text);
}

/** Reads a waveform file of any known format.
 *  @param file    its name; of SPECFEM files it gives the channel
 *  @param origin  what the times of SPECFEM files count from: the event's origin time; `NOMINAL_ORIGIN` where it is null
 *  @throws FormatError where the format is not known or the file is damaged */
export function readWaveforms(
  bytes: Uint8Array,
  file: string,
  origin: Nanoseconds | null,
  conventions: Conventions = 'pyatoa',
): Trace[] {
  if (bytes.length === 0) throw new FormatError(file, '', 'the file is empty');
  return checkTimes(readDetected(bytes, file, origin, conventions), file);
}

function readDetected(bytes: Uint8Array, file: string, origin: Nanoseconds | null, conventions: Conventions): Trace[] {
  switch (detectWaveforms(bytes)) {
    case 'miniSEED':
      return readMiniSeed(bytes, file);
    case 'SAC':
      return [readSac(bytes, file, conventions)];
    case 'SLIST':
      return readSlist(bytes, file);
    case 'SPECFEM ASCII':
      return [readSpecfemAscii(bytes, file, origin ?? NOMINAL_ORIGIN, conventions)];
    case null: {
      const hint = specfemChannel(file) ? '; by its name it should be SPECFEM ASCII: two columns of numbers' : '';
      throw new FormatError(
        file,
        '',
        `expected miniSEED, SAC, SLIST, TSPAIR or SPECFEM ASCII, found none of them${hint}`,
      );
    }
  }
}

/** When the first sample of a file was taken.
 *  @param head its first kilobytes
 *  @returns null where the format counts times from elsewhere, or is none of the known ones
 *  @throws FormatError for a damaged header */
export function startOfWaveforms(head: Uint8Array, file: string): Nanoseconds | null {
  switch (detectWaveforms(head)) {
    case 'miniSEED':
      return startOfMiniSeed(head, file);
    case 'SAC':
      return startOfSac(head, file);
    case 'SLIST':
      return startOfSlist(head, file);
    default:
      return null;
  }
}
