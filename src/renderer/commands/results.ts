import { useApp } from '../app/store';
import { selectedPairKeys } from '../results/order';
import { clearBrushes, useResults } from '../results/state';
import { analysis } from '../results/table';
import { retry } from '../run/actions';
import { texts } from '../texts';
import { isIn, isRunning } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const selecting = () => isIn('results')() && useResults.getState().brushes.size > 0;

function runAgain(): void {
  const { project } = useApp.getState();
  if (project) analysis.whenCurrent(() => void retry(project, selectedPairKeys()));
}

export const resultsCommands: CommandGroup = {
  title: t.groups.results,
  commands: [
    {
      id: 'results.clear',
      text: t.clearResults,
      menu: 'edit',
      section: 'selection',
      enabled: selecting,
      run: clearBrushes,
    },
    {
      id: 'results.again',
      text: t.runSelectedResults,
      menu: 'run',
      section: 'run',
      enabled: () => selecting() && !isRunning() && selectedPairKeys().length > 0,
      run: runAgain,
    },
  ],
};
