import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { bridge } from '../bridge';
import { Palette, useApplicationMenu, useCommandKeys } from '../commands';
import { ContextMenu } from '../common/contextMenu/ContextMenu';
import { SidePane } from '../panes/SidePane';
import { followEnd } from '../run/ending';
import { followLeave } from '../run/notifying';
import { takeExport } from '../export/actions';
import { takeRun } from '../run/store';
import { followTitle } from '../run/title';
import { watchPairPlan } from '../select/pairPlan';
import { watchReach } from '../select/reach';
import { followFocus, noticeChanged } from '../project/recheck';
import { WelcomePage } from '../welcome/WelcomePage';
import { useWizard } from '../wizard/store';
import { WizardPage } from '../wizard/WizardPage';
import { outcomesAreFollowed } from '../pairs/outcomes';
import { openProject, start } from './actions';
import classes from './App.module.css';
import { takeConnection } from './connection';
import { ConnectionBanner } from './ConnectionBanner';
import { DropZone } from './DropZone';
import { ErrorBoundary } from './ErrorBoundary';
import { Notices } from './Notices';
import { useApp } from './store';
import { takePreferences } from './preferences';
import { schemeManager } from './scheme';
import { cssVariables, theme } from './theme';

/** Connects the page with the engine for as long as it lives. */
function useEngine(): void {
  useEffect(() => {
    const removals = [
      bridge.on('run', takeRun),
      bridge.on('openProject', ({ path }) => void openProject(path)),
      bridge.on('preferences', takePreferences),
      bridge.onConnection(takeConnection),
      bridge.on('export', takeExport),
      watchPairPlan(),
      watchReach(),
      bridge.on('parametersChanged', ({ name }) => noticeChanged(name)),
    ];
    removals.push(followTitle(), followEnd(), followLeave(), followFocus());
    void start();
    return () => removals.forEach((remove) => remove());
  }, []);
}

const loadWorkbench = () => import('./Workbench');
/** Its own part of the program, so that the welcome page does not wait for it. */
const Workbench = lazy(async () => {
  const loaded = await loadWorkbench();
  outcomesAreFollowed();
  return { default: loaded.Workbench };
});

/** Fetches the workbench as soon as the first page is painted: opening a project finds it there. */
function useWorkbenchAhead(): void {
  useEffect(() => {
    const waiting = window.requestIdleCallback(() => void loadWorkbench(), { timeout: 500 });
    return () => window.cancelIdleCallback(waiting);
  }, []);
}

function Page() {
  const project = useApp((state) => state.project);
  const foreign = useWizard((state) => state.path);
  if (foreign !== null) return <WizardPage path={foreign} />;
  if (!project) return <WelcomePage />;
  return (
    <Suspense>
      <Workbench key={project.path} project={project} />
    </Suspense>
  );
}

export function App() {
  useEngine();
  useWorkbenchAhead();
  useCommandKeys();
  useApplicationMenu();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <ErrorBoundary>
        <DropZone>
          <ConnectionBanner />
          <div className={classes.frame}>
            <div className={classes.page}>
              <Page />
            </div>
            <SidePane />
          </div>
        </DropZone>
        <ContextMenu />
        <Palette />
        <Notices />
      </ErrorBoundary>
    </MantineProvider>
  );
}
