import { endtime, formatTime, stationCode, type Trace } from '@/core/model';
import { fixed } from './plan';

/** Names of things in an ASDF file. @see Krischer et al. 2016 */

export const ROOTS = ['/Waveforms', '/Provenance', '/AuxiliaryData'] as const;
export const QUAKEML = '/QuakeML';

/** HDF5's root attributes of an ASDF file. */
export const FILE_ATTRIBUTES = {
  file_format: fixed('ASDF'),
  file_format_version: fixed('1.0.3'),
};

/** Path of a waveform: times are cut to whole seconds. */
export function waveformPath(trace: Trace, tag: string): string {
  const time = (t: bigint) => formatTime(t, 0).slice(0, -1);
  const code = stationCode(trace);
  const id = `${code}.${trace.location}.${trace.channel}`;
  return `/Waveforms/${code}/${id}__${time(trace.starttime)}__${time(endtime(trace))}__${tag}`;
}

export function stationXmlPath(station: string): string {
  return `/Waveforms/${station}/StationXML`;
}

export function configPath(evaluation: string): string {
  return `/AuxiliaryData/Configs/${evaluation}`;
}

export function windowPath(evaluation: string, station: string, component: string, index: number): string {
  return `/AuxiliaryData/MisfitWindows/${evaluation}/${ownerName(station)}_${component}_${index}`;
}

export function adjointPath(evaluation: string, station: string, channel: string): string {
  return `/AuxiliaryData/AdjointSources/${evaluation}/${ownerName(station)}_${channel}`;
}

export function decisionPath(evaluation: string, station: string): string {
  return `/AuxiliaryData/HandDecisions/${evaluation}/${ownerName(station)}`;
}

/** The station, with an underscore for its dot, whose result of an evaluation an object belongs to: windows and adjoint
 *  sources and a decision by hand under the evaluation's path, waveforms under one of `tags`. Null for everything else. */
export function ownerOf(path: string, evaluation: string, tags: readonly string[]): string | null {
  const cut = path.lastIndexOf('/');
  const folder = path.slice(0, cut);
  const name = path.slice(cut + 1);
  // A station code may hold an underscore, so that names are read from their end.
  if (folder === `/AuxiliaryData/MisfitWindows/${evaluation}`) return /^(.+)_[^_]+_\d+$/.exec(name)?.[1] ?? null;
  if (folder === `/AuxiliaryData/AdjointSources/${evaluation}`) return /^(.+)_[^_]+$/.exec(name)?.[1] ?? null;
  if (folder === `/AuxiliaryData/HandDecisions/${evaluation}`) return name;
  if (!folder.startsWith('/Waveforms/') || !tags.some((tag) => name.endsWith(`__${tag}`))) return null;
  return ownerName(folder.slice('/Waveforms/'.length));
}

/** NN.SSS as auxiliary data spell it: NN_SSS. */
export function ownerName(station: string): string {
  return station.replace('.', '_');
}
