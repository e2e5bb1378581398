import type { PairKey } from '@/core/model';
import { notifyDone, notifyError } from '../app/notices';
import { setArea } from '../app/store';
import { api } from '../bridge';
import { pin } from '../configure/preview/store';
import { flip, useCompare } from '../pair/compare/store';
import { showInResults, showInRun, showOnMap } from '../pair/goTo';
import { hasNeighbour, stepPair, stepToFailed } from '../pair/neighbours';
import { closePair, openPair, setMaximized, setSide, usePair } from '../pair/store';
import { texts } from '../texts';
import { isElectron, isIn } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const [inRun, inResults] = [isIn('run'), isIn('results')];
const inEither = () => inRun() || inResults();
const looking = () => inEither() && usePair.getState().open !== null;

function ofOpen(act: (pair: PairKey) => unknown): void {
  const { open } = usePair.getState();
  if (open) act(open);
}

const reveal =
  (which: 'log' | 'figure') =>
  ({ event, station }: PairKey) =>
    api.showPairFile({ event, station, which }).catch(notifyError);

export const pairCommands: CommandGroup = {
  title: t.groups.pair,
  commands: [
    {
      id: 'pair.next',
      text: t.nextPair,
      keys: ['J', 'ArrowRight'],
      menu: 'run',
      section: 'pair',
      enabled: looking,
      refusal: () => (hasNeighbour(1) ? null : t.isLastPair),
      run: () => stepPair(1),
    },
    {
      id: 'pair.previous',
      text: t.previousPair,
      keys: ['K', 'ArrowLeft'],
      menu: 'run',
      section: 'pair',
      enabled: looking,
      refusal: () => (hasNeighbour(-1) ? null : t.isFirstPair),
      run: () => stepPair(-1),
    },
    {
      id: 'pair.nextFailed',
      text: t.nextFailed,
      keys: ['shift+J'],
      menu: 'run',
      section: 'pair',
      enabled: inEither,
      run: () => void (stepToFailed(1) || notifyDone(t.noFailed)),
    },
    {
      id: 'pair.previousFailed',
      text: t.previousFailed,
      keys: ['shift+K'],
      menu: 'run',
      section: 'pair',
      enabled: inEither,
      run: () => void (stepToFailed(-1) || notifyDone(t.noFailed)),
    },
    {
      id: 'pair.pin',
      text: t.pinPair,
      menu: 'run',
      section: 'pair',
      enabled: looking,
      run: () => {
        const { open } = usePair.getState();
        if (open) pin([open]);
        setArea('configure');
      },
    },
    {
      id: 'pair.maximize',
      text: t.maximizePair,
      keys: ['F'],
      once: true,
      menu: 'run',
      section: 'pair',
      enabled: looking,
      checked: () => usePair.getState().maximized,
      run: () => setMaximized(!usePair.getState().maximized),
    },
    {
      id: 'pair.flip',
      text: t.flipPair,
      keys: ['B'],
      once: true,
      menu: 'run',
      section: 'pair',
      enabled: looking,
      refusal: () => (useCompare.getState().evaluation === null ? t.noComparison : null),
      run: flip,
    },
    {
      id: 'pair.side',
      text: t.sidePanel,
      keys: ['I'],
      once: true,
      menu: 'run',
      section: 'pair',
      enabled: looking,
      checked: () => usePair.getState().side,
      run: () => setSide(!usePair.getState().side),
    },
    {
      id: 'pair.inRun',
      text: t.showInRun,
      menu: 'run',
      section: 'pairElsewhere',
      enabled: () => inResults() && looking(),
      run: () => ofOpen(showInRun),
    },
    {
      id: 'pair.inResults',
      text: t.showInResults,
      menu: 'run',
      section: 'pairElsewhere',
      enabled: () => inRun() && looking(),
      run: () => ofOpen(showInResults),
    },
    {
      id: 'pair.onMap',
      text: t.showOnMap,
      menu: 'run',
      section: 'pairElsewhere',
      enabled: looking,
      run: () => ofOpen(showOnMap),
    },
    {
      id: 'pair.log',
      text: t.showPairLog,
      menu: 'run',
      section: 'pairElsewhere',
      keys: ['L'],
      enabled: looking,
      run: () => ofOpen((pair) => openPair(pair, 'log')),
    },
    {
      id: 'pair.logFile',
      text: t.revealLog,
      menu: 'run',
      section: 'pairElsewhere',
      enabled: () => looking() && isElectron(),
      run: () => ofOpen(reveal('log')),
    },
    {
      id: 'pair.figureFile',
      text: t.revealFigure,
      menu: 'run',
      section: 'pairElsewhere',
      enabled: () => looking() && isElectron(),
      run: () => ofOpen(reveal('figure')),
    },
    { id: 'pair.close', text: t.closePair, menu: 'run', section: 'pair', enabled: looking, run: closePair },
  ],
};
