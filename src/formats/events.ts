import type { SeismicEvent } from '@/core/model';
import { isCmtHeader, readCmtSolution } from './specfem/cmtsolution';
import { FormatError } from './error';
import { readForceSolution } from './specfem/forcesolution';
import { readQuakeml } from './quakeml/quakeml';
import { readSpecfem2dSource } from './specfem/specfem2dSource';
import { headOf } from './head';
import { isSac, readSacHeader } from './sac/sac';
import { sacEvent } from './sac/sacMetadata';

export type EventFormat = 'quakeml' | 'cmtsolution' | 'forcesolution' | 'specfem2d' | 'sac';

/** The event format of a file by its content.
 *  @param bytes the file, or its first kilobytes
 *  @returns null where it is none */
export function detectEvents(bytes: Uint8Array): EventFormat | null {
  if (isSac(bytes)) return 'sac';
  const { text, root } = headOf(bytes);
  if (root !== null) return root === 'quakeml' || root === 'eventParameters' ? 'quakeml' : null;
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  if (isCmtHeader(first)) return 'cmtsolution';
  if (/^\s*FORCE\b/.test(first)) return 'forcesolution';
  return /^\s*xs\s*=/m.test(text) && /^\s*zs\s*=/m.test(text) ? 'specfem2d' : null;
}

/** Reads QuakeML, CMTSOLUTION, FORCESOLUTION, SPECFEM2D's SOURCE or the header of a SAC file, whichever the content is. Ids are as in the file and
 *  may be empty.
 *  @throws FormatError with the line, also where the file is none of these */
export function readEvents(bytes: Uint8Array, file: string): SeismicEvent[] {
  switch (detectEvents(bytes)) {
    case 'quakeml':
      return readQuakeml(bytes, file);
    case 'cmtsolution':
      return readCmtSolution(bytes, file);
    case 'forcesolution':
      return [readForceSolution(bytes, file)];
    case 'specfem2d':
      return [readSpecfem2dSource(bytes, file)];
    case 'sac': {
      const event = sacEvent(readSacHeader(bytes, file), file);
      return event === null ? [] : [event];
    }
    case null:
      throw new FormatError(file, '', 'no event in it: expected QuakeML, CMTSOLUTION, FORCESOLUTION or SOURCE');
  }
}
