import { useApp } from '../app/store';
import { pairView } from '../pairs/table';
import { cancelRun, pauseRun, resumeRun, retry, startRun } from '../run/actions';
import { isNotifying, setNotifying } from '../run/notifying';
import { setRunSettings, useRun } from '../run/store';
import { usePairPlan } from '../select/pairPlan';
import { texts } from '../texts';
import { hasProject, isRunning } from './conditions';
import type { CommandGroup } from './types';

const t = texts.commands;

const readyPairs = () => usePairPlan.getState().counted?.counts.ready ?? 0;
const isPaused = () => useRun.getState().progress?.state === 'paused';
const idle = () => hasProject() && !isRunning();

export const runCommands: CommandGroup = {
  title: t.groups.run,
  commands: [
    {
      id: 'run.start',
      text: t.start,
      keys: ['mod+Enter'],
      menu: 'run',
      section: 'run',
      enabled: () => idle() && readyPairs() > 0,
      run: () => {
        const { project } = useApp.getState();
        if (project) void startRun(project);
      },
    },
    {
      id: 'run.pause',
      text: () => (isPaused() ? t.resume : t.pause),
      keys: ['mod+shift+.'],
      menu: 'run',
      section: 'run',
      enabled: () => isPaused() || useRun.getState().progress?.state === 'running',
      run: () => void (isPaused() ? resumeRun() : pauseRun()),
    },
    {
      id: 'run.retry',
      text: t.retryFailed,
      menu: 'run',
      section: 'run',
      enabled: () => idle() && pairView.counts.failed > 0,
      run: () => {
        const { project } = useApp.getState();
        if (project) void retry(project, 'failed');
      },
    },
    {
      id: 'run.cancel',
      text: t.cancel,
      keys: ['mod+.'],
      menu: 'run',
      section: 'run',
      enabled: isRunning,
      run: cancelRun,
    },
    {
      id: 'run.fresh',
      text: t.fresh,
      menu: 'run',
      section: 'settings',
      enabled: idle,
      checked: () => useRun.getState().settings.fresh,
      run: () => setRunSettings({ fresh: !useRun.getState().settings.fresh }),
    },
    {
      id: 'run.plot',
      text: t.plot,
      menu: 'run',
      section: 'settings',
      enabled: idle,
      checked: () => useRun.getState().settings.plot,
      run: () => setRunSettings({ plot: !useRun.getState().settings.plot }),
    },
    {
      id: 'run.notify',
      text: t.notify,
      menu: 'run',
      section: 'settings',
      checked: isNotifying,
      run: () => setNotifying(!isNotifying()),
    },
  ],
};
