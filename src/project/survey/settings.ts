import { basename } from 'node:path';
import type { LayoutSetting } from '@/core/model';
import { isAsdf } from '../asdf/asdfFiles';
import type { Project } from '../types';
import { ALL_CHANNELS } from '../waveforms/channelFilter';
import type { WaveformIndex } from '../waveforms/waveformIndex';
import { motionOf } from './groups';
import { SPECFEM_NAME } from './kinds';

/** Parameters that have to fit the data.
 *  @param observed     names of some files
 *  @param synthetics   the same
 *  @param hasResponse  station files describe instruments */
export function fittingSettings([observed]: string[], synthetics: string[], hasResponse: boolean): LayoutSetting[] {
  const settings: LayoutSetting[] = [];
  const motion = motionOf(synthetics);
  if (motion !== null && motion !== 'DISP') {
    settings.push({ key: 'unit_output', value: motion, reason: `Synthetics are ${synthetics[0]!} and the like.` });
  }
  if (observed === undefined) return settings;
  if (SPECFEM_NAME.test(observed)) {
    const reason = 'Observed waveforms are synthetics of another model.';
    settings.push({ key: 'st_obs_type', value: 'syn', reason });
  } else if (hasResponse) {
    const reason = 'Station files describe instruments. Set it to false where records are ground motion already.';
    settings.push({ key: 'preprocess.remove_response', value: true, reason });
  }
  return settings;
}

/** The same of an opened project. ASDF files say themselves what they hold. */
export function settingsOfProject({ observed, synthetic, stations, events }: Project): LayoutSetting[] {
  const first = (index: WaveformIndex) => namesOfFirst(index, [...events.keys()]);
  const hasResponse = [...stations.values()].some((station) => station.hasResponse);
  return fittingSettings(first(observed), first(synthetic), hasResponse);
}

/** Names of the files of the first pair that has any. */
function namesOfFirst(index: WaveformIndex, events: string[]): string[] {
  for (const event of events) {
    for (const station of index.stationsOf(event)) {
      const files = index.filesOf(event, station, ALL_CHANNELS).filter((each) => !isAsdf(each));
      if (files.length > 0) return files.map((file) => basename(file));
    }
  }
  return [];
}
