import { count } from '../common/format';
import { plural } from './plural';

/** Texts of the page that makes a folder a project. */
export const wizard = {
  title: (name: string) => `Set up ${name}`,
  why: 'This folder is no project yet: it has neither atoa.yaml nor a folder observed or synthetics. Say where things lie; the answer is written as atoa.yaml into the folder, and nothing else is touched.',
  looking: 'Looking through the folder …',
  looked: (files: number) => `${plural(files, 'file')} looked at`,
  notAll: 'The folder is large: not all of it was looked at.',
  linksOut: (names: string[], n: number) =>
    `Not followed, as they lead out of the folder: ${names.join(', ')}${n > names.length ? ' …' : ''}. Where data lie there, name them below.`,
  proposals: 'How the folder is laid out',
  none: 'No waveforms were recognized. Name the paths yourself.',
  empty:
    'The folder is empty. Cancel and open another one; or put events, stations, observed and synthetic waveforms here, and look again.',
  pairs: (n: number) => plural(n, 'pair'),
  paths: 'Paths',
  hint: 'From this folder on. {event_id} stands for an event’s name; * and ? for characters of file names.',
  labels: {
    events: 'Events',
    stations: 'Stations',
    observed: 'Observed',
    synthetics: 'Synthetics',
    outputs: 'Outputs',
  },
  outputsHint: 'Folder that results go to; the project’s own where left empty.',
  needed: 'a path is needed here',
  found: {
    events: (events: number, described: number, names: string) =>
      events === 0
        ? 'no events'
        : `${plural(events, 'event')}, ${described === events ? 'all' : count(described)} with a source file: ${names}`,
    stations: (stations: number, placed: number, responses: number) =>
      stations === 0
        ? 'no stations'
        : `${plural(stations, 'station')}, ${count(placed)} with a place, ${count(responses)} with a response`,
    waveforms: (n: number) => (n === 0 ? 'no waveforms' : `waveforms of ${plural(n, 'pair')}`),
    outputs: (path: string) =>
      path === '' ? 'datasets, adjsrcs, residuals, figures, logs and misfits.csv in this folder' : `in ${path}/`,
  },
  settings: 'Also set',
  ready: (n: number) => `${plural(n, 'pair')} ready to run`,
  readyOf: (events: number, stations: number) => `of ${plural(events, 'event')} × ${plural(stations, 'station')}`,
  checking: 'Checking …',
  more: (n: number) => `and ${count(n)} more, listed when the project is open`,
  yaml: 'atoa.yaml, as it will be written',
  create: 'Write atoa.yaml and open',
  created: (file: string) => `Wrote ${file}`,
  again: 'Look again',
} as const;
