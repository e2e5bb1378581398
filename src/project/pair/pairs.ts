import { ALL_CHANNELS } from '../waveforms/channelFilter';
import { chooseUnit } from './synthesizedUnits';
import type { PairFiles, Project } from '../types';
import type { ChannelPattern } from '../waveforms/waveformIndex';

/** The files of a pair.
 *  @param channels patterns that observed channels are to match; synthetics are taken whole, as their codes differ
 *  @throws RangeError for an event or station that the project does not have */
export function pairFiles(
  project: Project,
  event: string,
  station: string,
  channels: ChannelPattern[] = ALL_CHANNELS,
): PairFiles {
  const eventEntry = project.events.get(event);
  const stationEntry = project.stations.get(station);
  if (!eventEntry) throw new RangeError(`no event ${event} in ${project.path}`);
  if (!stationEntry) throw new RangeError(`no station ${station} in ${project.path}`);
  const { unit_output: unit } = project.parameters;
  return {
    event,
    station,
    channels,
    eventFile: eventEntry.file,
    stationFiles: stationEntry.files,
    observed: chooseUnit(project.observed.filesOf(event, station, channels), unit),
    synthetic: chooseUnit(project.synthetic.filesOf(event, station, ALL_CHANNELS), unit),
    archived: project.observed.archived,
  };
}
