import { distance } from 'fastest-levenshtein';
import { PairSieve } from '@/core/geodesy';
import { comparePairs, isLimiting, wildcard, type PairKey, type PairLimits } from '@/core/model';
import { ALL_CHANNELS } from './waveforms/channelFilter';
import { placeOfEvent, placeOfStation } from './place';
import { ProjectError, type Project } from './types';
import type { ChannelPattern } from './waveforms/waveformIndex';

/** What to process. Empty lists mean all. Event ids, and all four parts of station codes NN.SSS.LL.CCC, take * and ?. */
export interface Selection {
  events: string[];
  stations: string[];
  /** Leaves out pairs whose distance or azimuth is not within, or is not known; all where left out. */
  pairs?: PairLimits | undefined;
}

export interface SelectedPair extends PairKey {
  channels: ChannelPattern[];
}

/** All pairs of a selection, sorted, each once: every selected event with every selected station within the limits.
 *  @throws ProjectError for a code without four parts, an event or station that the project does not have, and where
 *  nothing is left */
export function expandSelection(project: Pick<Project, 'events' | 'stations'>, selection: Selection): SelectedPair[] {
  const events = selectEvents([...project.events.keys()], selection.events);
  const stations = selectStations([...project.stations.keys()], selection.stations);
  if (events.length === 0 || stations.size === 0) {
    const what = events.length === 0 ? 'event' : 'station';
    throw new ProjectError(
      'empty-selection',
      `the project has no ${what}`,
      'Put waveforms into observed/<event_id> and synthetics/<event_id>, or set paths in atoa.yaml.',
    );
  }
  const pairs = events.flatMap((event) => [...stations].map(([station, channels]) => ({ event, station, channels })));
  return within(project, pairs, selection.pairs).sort(comparePairs);
}

function within(
  project: Pick<Project, 'events' | 'stations'>,
  pairs: SelectedPair[],
  limits: PairLimits | undefined,
): SelectedPair[] {
  if (limits === undefined || !isLimiting(limits)) return pairs;
  const codes = [...project.stations.keys()];
  const columns = new Map(codes.map((code, column) => [code, column]));
  const sieve = new PairSieve(limits, [...project.stations.values()].map(placeOfStation));
  const marks = new Map<string, Uint8Array>();
  for (const event of new Set(pairs.map((pair) => pair.event))) {
    const row = new Uint8Array(codes.length);
    sieve.mark(placeOfEvent(project.events.get(event)!), row);
    marks.set(event, row);
  }
  const kept = pairs.filter(({ event, station }) => marks.get(event)![columns.get(station)!] === 1);
  if (kept.length > 0) return kept;
  throw new ProjectError(
    'empty-selection',
    'no selected pair is within the limits of distance and azimuth',
    'Widen the limits; pairs without coordinates of event and station are never within.',
  );
}

function selectEvents(known: string[], wanted: string[]): string[] {
  if (wanted.length === 0) return known;
  const chosen = new Set<string>();
  for (const pattern of wanted) {
    const matching = known.filter(wildcard(pattern));
    if (matching.length === 0) throw unknown('unknown-event', 'event', pattern, known);
    for (const id of matching) chosen.add(id);
  }
  return [...chosen];
}

function selectStations(known: string[], wanted: string[]): Map<string, ChannelPattern[]> {
  if (wanted.length === 0) return new Map(known.map((code) => [code, ALL_CHANNELS]));
  const chosen = new Map<string, ChannelPattern[]>();
  for (const code of wanted) {
    const parts = code.split('.');
    if (parts.length !== 4) {
      throw new ProjectError(
        'bad-station-code',
        `"${code}" has ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}, a station code has four: NN.SSS.LL.CCC`,
        'Wildcards may stand in each, as in NZ.BFZ.*.HH?; an empty location is an empty part, as in NZ.BFZ..HHZ.',
      );
    }
    const [network, station, location, channel] = parts as [string, string, string, string];
    const matching = known.filter(wildcard(`${network}.${station}`));
    if (matching.length === 0) throw unknown('unknown-station', 'station', `${network}.${station}`, known);
    const pattern = { location: location === '--' ? '' : location, channel };
    for (const match of matching) {
      const patterns = chosen.get(match);
      if (patterns) patterns.push(pattern);
      else chosen.set(match, [pattern]);
    }
  }
  return chosen;
}

function unknown(code: string, what: string, name: string, known: string[]): ProjectError {
  const [nearest] = known.toSorted((a, b) => distance(a, name) - distance(b, name));
  const advice = nearest === undefined ? null : `Did you mean ${nearest}? \`atoa inspect\` lists all.`;
  return new ProjectError(code, `no ${what} of the project matches "${name}"`, advice);
}
