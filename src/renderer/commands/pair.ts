import { setArea } from '../app/store';
import { pin } from '../configure/preview/store';
import { flip, useCompare } from '../pair/compare/store';
import { stepPair } from '../pair/neighbours';
import { closePair, setMaximized, usePair } from '../pair/store';
import { texts } from '../texts';
import { isIn } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const [inRun, inResults] = [isIn('run'), isIn('results')];
const looking = () => (inRun() || inResults()) && usePair.getState().open !== null;

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
      run: () => stepPair(1),
    },
    {
      id: 'pair.previous',
      text: t.previousPair,
      keys: ['K', 'ArrowLeft'],
      menu: 'run',
      section: 'pair',
      enabled: looking,
      run: () => stepPair(-1),
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
      enabled: () => looking() && useCompare.getState().evaluation !== null,
      run: flip,
    },
    { id: 'pair.close', text: t.closePair, menu: 'run', section: 'pair', enabled: looking, run: closePair },
  ],
};
