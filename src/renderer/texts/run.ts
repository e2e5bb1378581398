import { count } from '../common/format';
import { plural } from './plural';

/** Texts of the views of the run. */
export const runViews = {
  views: 'Views of the run',
  table: 'Table',
  matrix: 'Matrix',
  failures: 'Failures',
  pause: 'Pause',
  pauseHint: 'Pairs that are being worked on end; no others begin until you resume.',
  resume: 'Resume',
  retryFailed: (ready: number, failed: number) =>
    ready === failed ? `Retry ${count(ready)} failed` : `Retry ${count(ready)} of ${count(failed)} failed`,
  retryFailedHint: (lacking: number) =>
    lacking === 0
      ? 'Process again what has failed. All other pairs stay as they are.'
      : `Process again what has failed. ${count(lacking)} of the failed pairs lack what they are measured from: they are left as they are until it is there. All other pairs stay as they are.`,
  log: (pair: string) => `Log of ${pair}`,
  notify: 'Tell me when the run ends',
  notifyLeave: {
    given: 'A message of the system, when this window is in the background.',
    unasked: 'A message of the system, when this page is in the background. The browser will ask whether it may.',
    denied:
      'The browser does not allow messages for this page. Allow notifications in its settings of this site, beside the address.',
    unsupported: 'This browser cannot show messages of the system, or not for an address such as this.',
  },
} as const;

/** Of values that a run does again. */
export const earlier = {
  legend: 'of before',
  value: 'value of before',
  count: (done: number, total: number) => `${count(done)} of ${count(total)} done again`,
  waiting: 'Hatched values are of before, until their pairs are done again.',
  notDone: (n: number) => `${plural(n, 'pair')} not done again`,
  brokenOff: 'The last run was to do these pairs again, and has ended before. Hatched values are of the run before it.',
} as const;

export const runMatrix = {
  label: (events: number, stations: number) =>
    `Results of ${plural(events, 'event')} (rows) and ${plural(stations, 'station')} (columns)`,
  colourBy: 'Colour by',
  measures: { misfit: 'Misfit', status: 'Status', windows: 'Windows', seconds: 'Time' },
  none: 'Not run',
  lacking: 'Cannot run',
  lackingLong:
    'Cannot run: observed or synthetic waveforms are missing, the response that is to be removed, or the source file without which they cannot be compared',
  active: 'In work',
  facts: (misfit: string, windows: number) => `Misfit ${misfit}, ${plural(windows, 'window')}`,
} as const;

export const runFailures = {
  groups: 'Failures by reason',
  none: 'No pair has failed',
  noneHint: 'Failures are gathered here by reason, with what to do about each.',
  inStage: (stage: string) => `in ${stage}`,
  suchAs: (message: string) => `Such as: ${message}`,
  retry: 'Retry',
  retryGroup: (n: number, code: string) => `Retry ${plural(n, 'pair')} that failed with ${code}`,
  retryOf: (ready: number) => `Retry ${count(ready)}`,
  lacking: (n: number) => `${plural(n, 'pair')} cannot run until what they lack is there`,
} as const;
