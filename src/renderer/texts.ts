import { count } from './common/format';
import { commands } from './texts/commands';
import { configure } from './texts/configure';
import { contextMenu } from './texts/contextMenu';
import { exporting } from './texts/export';
import { hand } from './texts/hand';
import { matrix } from './texts/matrix';
import { pair } from './texts/pair';
import { pairMenu } from './texts/pairMenu';
import { panes } from './texts/panes';
import { earlier, runFailures, runMatrix, runViews } from './texts/run';
import { plural } from './texts/plural';
import { picture } from './texts/picture';
import { project } from './texts/project';
import { wizard } from './texts/wizard';
import { results } from './texts/results';
import { select } from './texts/select';

/** Every English text of the page. */
export const texts = {
  opening: (path: string) => `Opening ${path} …`,
  close: 'Close',
  cancel: 'Cancel',
  nEvents: (n: number) => plural(n, 'event'),
  nStations: (n: number) => plural(n, 'station'),
  nPairs: (n: number) => plural(n, 'pair'),
  nWindows: (n: number) => plural(n, 'window'),

  welcome: {
    title: 'Atoa',
    what: 'Quantifies the misfit between observed and synthetic seismograms, for every pair of event and station, in parallel – and writes the adjoint sources.',
    openFolder: 'Open folder…',
    openFolderHint: 'A project holds events, stations, observed and synthetic waveforms.',
    demo: 'Open the demo project',
    demoHint: '10 events × 20 stations in a homogeneous Earth, made on the spot.',
    makingDemo: 'Making the demo project …',
    dropHint: 'or drop a folder anywhere in this window',
    dropHere: 'Drop the folder to open it',
    dropRefused: 'A browser does not tell where a dropped folder lies: open it with “Open folder…” or Ctrl+O.',
    recent: 'Recent projects',
    noRecent: 'Projects that you open are listed here.',
    missing: 'Folder is missing',
    forget: (name: string) => `Remove ${name} from the list`,
    version: (version: string) => `Version ${version}`,
  },

  chooser: {
    title: 'Open a project folder',
    path: 'Folder',
    go: 'Go',
    up: 'Parent folder',
    open: 'Open this folder',
    empty: 'No folders in here.',
    project: 'Project',
    list: 'Folders',
  },

  shell: {
    areas: 'Areas',
    project: 'Project',
    select: 'Select',
    configure: 'Configure',
    run: 'Run',
    results: 'Results',
    export: 'Export',
    openAnother: 'Open another project',
    loadingResults: 'Loading results',
    closeProject: 'Close the project',
    reveal: 'Show the folder in the file manager',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    problems: (n: number) => plural(n, 'problem'),
    crashed: 'This page ran into an error',
    crashedAdvice:
      'The engine and your data are not affected: what is done is in the journal. Reload to come back to the open project.',
    reload: 'Reload',
    toWelcome: 'Back to the welcome page',
    copyDetails: 'Copy details',
    crashDetails: 'What happened',
    disconnected: 'Atoa’s engine does not answer; trying again.',
    closedElsewhere: (name: string) => `${name} was closed in another window of Atoa.`,
    openedElsewhere: (path: string) => `Another window of Atoa has opened ${path}.`,
    oneProject: 'All windows of one Atoa show the same project.',
    openAgain: (name: string) => `Open ${name} again`,
    openAsWell: 'Show it here, too',
    refused: 'This page may not speak with the Atoa that runs now.',
    refusedAdvice:
      'Atoa was started anew, or the address lacks its token. Open the address that it shows in its terminal.',
    disconnectedAdvice:
      'See whether it still runs in its terminal. Where it was started anew, open the address that it shows now.',
  },

  project,
  wizard,

  select,
  configure,
  results,
  matrix,
  runViews,
  runMatrix,
  earlier,
  runFailures,
  commands,
  contextMenu,
  picture,
  panes,

  run: {
    strip: 'Run',
    run: (n: number) => `Run ${plural(n, 'pair')}`,
    cancel: 'Cancel',
    cancelling: 'Cancelling …',
    lacking: (n: number, reasons: string) => `${count(n)} cannot run: ${reasons}`,
    lacks: {
      observed: 'observed missing',
      synthetic: 'synthetic missing',
      response: 'response missing',
      source: 'source file missing',
    },
    lackingHint: (noObserved: number, noSynthetic: number, noResponse: number, noSource: number) =>
      `${count(noObserved)} lack observed, ${count(noSynthetic)} synthetic waveforms, ${count(noResponse)} the instrument response, ${count(noSource)} the source file that tells their origin time. They are left out of the run. Show the problems of the project.`,
    nothing: 'Select at least one event and one station that have observed and synthetic waveforms.',
    events: 'Events',
    stations: 'Stations',
    inParallel: 'in parallel',
    workers: (n: number) => plural(n, 'worker'),
    machine: (cores: number, need: string, free: string) => `${plural(cores, 'core')} · ${need} of ${free} free`,
    machineHint: (each: string, total: string) => `a worker may take ${each}, the machine has ${total}`,
    tooLarge: 'The workers may need more memory than is free: run fewer in parallel',
    many: 'More workers than cores: they will wait for each other',
    suggested: (n: number) => `${count(n)} suggested for this machine`,
    fresh: 'Process again',
    freshHint: 'Also what an earlier run has done and what is unchanged since.',
    plot: 'Figures',
    plotHint: 'Write a figure of every pair into the figures folder.',
    progress: 'Progress of the run',
    states: {
      starting: 'Starting',
      running: 'Running',
      paused: 'Paused',
      committing: 'Writing datasets',
      cancelling: 'Cancelling',
      done: 'Done',
      cancelled: 'Cancelled',
      failed: 'Stopped',
      unknown: 'No connection',
    },
    asLastHeard: 'as last heard of',
    vanished:
      'The engine was started anew, and the run is not there any more. What it had done is kept: run again to go on.',
    doneOf: (done: number, total: number) => `${count(done)} / ${count(total)}`,
    failed: 'failed',
    skipped: 'unchanged',
    windows: 'windows',
    misfit: 'misfit',
    rate: 'pairs/s',
    left: 'left',
    elapsed: 'elapsed',
    now: 'Now',
    announce: (done: number, total: number, failed: number) =>
      `${count(done)} of ${plural(total, 'pair')} done, ${count(failed)} failed.`,
    ended: (state: string, done: number, failed: number, windows: number) =>
      `Run ${state}: ${plural(done, 'pair')} done, ${count(failed)} failed, ${plural(windows, 'window')}.`,
  },

  pairs: {
    table: 'Pairs',
    filter: 'Filter by event, station or reason',
    status: { done: 'Done', empty: 'No windows', failed: 'Failed' },
    all: 'All',
    statusFilter: 'Show pairs by status',
    byHand: 'By hand',
    columns: {
      status: 'Status',
      event: 'Event',
      station: 'Station',
      misfit: 'Misfit',
      windows: 'Windows',
      distanceKm: 'Distance',
      seconds: 'Time',
      reason: 'Reason',
    },
    shown: (shown: number, all: number) =>
      shown === all ? plural(all, 'pair') : `${count(shown)} of ${plural(all, 'pair')}`,
    none: 'No results yet',
    noneHint: 'Press Run: pairs appear here as they finish.',
    noneOfThese: 'No results with these parameters',
    measuredOtherwise: (evaluations: string[]) =>
      `There are results of ${evaluations.join(', ')} with other parameters. Set those again in Configure to see them.`,
    noMatch: 'No pair matches the filter.',
    follow: 'Follow new pairs',
    export: 'Export',
    exportMisfits: 'Misfits of pairs',
    exportWindows: 'Windows',
    saved: (path: string) => `Saved ${path}`,
    downloaded: (name: string) => `Downloaded ${name}`,
    beside: 'Pair view beside the table',
    below: 'Pair view below the table',
  },

  pair,
  pairMenu,

  exporting,

  hand,
} as const;
