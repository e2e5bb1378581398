import { isAsdf } from './asdf/asdfFiles';
import { ALL_CHANNELS } from './waveforms/channelFilter';
import { mapLimited } from './files/fileReading';
import { fileSpan } from './waveforms/syntheticSpan';
import type { Project } from './types';

/** Events that no source describes, and whose observed and synthetic waveforms lie at different times: the columns of a
 *  synthetic then count from a time that has nothing to do with the event. Two synthetics of one event do, and can be
 *  compared. One pair of an event tells for all, as its files are of one kind. */
export async function eventsApart({
  events,
  observed,
  synthetic,
}: Pick<Project, 'events' | 'observed' | 'synthetic'>): Promise<Set<string>> {
  const apart = new Set<string>();
  const unknown = [...events.values()].filter(({ event }) => event === null);
  await mapLimited(unknown, 16, async ({ id }) => {
    const others = new Set(synthetic.stationsOf(id));
    const station = [...observed.stationsOf(id)].find((code) => others.has(code));
    if (station === undefined) return;
    const spans = await Promise.all(
      [observed, synthetic].map((side) => spanOfFirst(side.filesOf(id, station, ALL_CHANNELS))),
    );
    const [first, second] = spans;
    if (first && second && (first.end < second.start || second.end < first.start)) apart.add(id);
  });
  return apart;
}

async function spanOfFirst([file]: string[]): ReturnType<typeof fileSpan> {
  // An ASDF file is read by processes of its own, and its times are absolute.
  return file === undefined || isAsdf(file) ? null : fileSpan(file, null);
}
