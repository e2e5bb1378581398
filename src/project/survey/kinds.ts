import { detectEvents, detectStations, detectWaveforms } from '@/formats';
import { isAsdf } from '../asdf/asdfFiles';
import { DAY_NAME } from '../waveforms/dayArchive';
import { SOURCE_NAME } from '../discover/discoverEvents';
import { isOtherFile, parseWaveformName } from '../waveforms/waveformName';

/** What a file is for a survey.
 *  `synthetic`: a seismogram with a name as SPECFEM gives; `waveform`: one of any other kind; `day`: a day of an archive;
 *  `source`: CMTSOLUTION, FORCESOLUTION or SOURCE; `response`: RESP text or poles and zeros. */
export type FileKind =
  'synthetic' | 'waveform' | 'day' | 'source' | 'quakeml' | 'stations' | 'stationxml' | 'response' | 'asdf';

export const SPECFEM_NAME = /\.sem([a-z])?(\.(ascii|sac|txt))?$/i;
const STATIONS_NAME = /^STATIONS(?!_ADJOINT|_FILTERED)/;

/** What a file is by its name; `unknown` where its first bytes have to tell; null where it is of no use. */
export function kindByName(name: string): FileKind | 'unknown' | null {
  if (isAsdf(name)) return 'asdf';
  if (SOURCE_NAME.test(name)) return 'source';
  if (STATIONS_NAME.test(name)) return 'stations';
  if (DAY_NAME.test(name)) return 'day';
  if (/^(RESP\.|SAC_PZ)|\.(xml|qml|quakeml|resp|sacpz|pz)$/i.test(name)) return 'unknown';
  if (isOtherFile(name)) return null;
  if (parseWaveformName(name) !== null) return SPECFEM_NAME.test(name) ? 'synthetic' : 'waveform';
  return 'unknown';
}

/** What a file is by its first bytes; null where it is none of what a project is made of. */
export function kindByContent(head: Uint8Array): FileKind | null {
  const waveforms = detectWaveforms(head);
  // Columns without a name that tells the channel are of no use.
  if (waveforms !== null && waveforms !== 'SPECFEM ASCII') return 'waveform';
  const events = detectEvents(head);
  if (events !== null) return events === 'quakeml' ? 'quakeml' : 'source';
  const stations = detectStations(head);
  if (stations === null) return null;
  if (stations === 'stations') return 'stations';
  return stations === 'stationxml' ? 'stationxml' : 'response';
}
