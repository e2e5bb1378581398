import { MantineProvider } from '@mantine/core';
import { createElement, useEffect } from 'react';
import { bridge } from '../bridge';
import { Palette, useApplicationMenu, useCommandKeys } from '../commands';
import { ContextMenu } from '../common/contextMenu/ContextMenu';
import { SidePane } from '../panes/SidePane';
import { followEnd } from '../run/ending';
import { followLeave } from '../run/notifying';
import { guardUnsaved } from '../configure/leaving';
import { takeExport } from '../export/actions';
import { takeEarlier } from '../pairs/outcomes';
import { takeRun } from '../run/store';
import { followTitle } from '../run/title';
import { watchPairPlan } from '../select/pairPlan';
import { watchReach } from '../select/reach';
import { followChanges, noticeChanged, takeProblems, takeSaved } from '../project/recheck';
import { WelcomePage } from '../welcome/WelcomePage';
import { useWizard } from '../wizard/store';
import { WizardPage } from '../wizard/WizardPage';
import { openProject, start } from './actions';
import classes from './App.module.css';
import { takeConnection } from './connection';
import { ConnectionBanner } from './ConnectionBanner';
import { DropZone } from './DropZone';
import { ErrorBoundary } from './ErrorBoundary';
import { Notices } from './Notices';
import { useApp } from './store';
import { takePreferences } from './preferences';
import { takeTurn } from './turn';
import { schemeManager } from './scheme';
import { cssVariables, theme } from './theme';
import { useWorkbench } from './useWorkbench';

/** Connects the page with the engine for as long as it lives. */
function useEngine(): void {
  useEffect(() => {
    const removals = [
      bridge.on('run', takeRun),
      bridge.on('earlier', takeEarlier),
      bridge.on('problems', takeProblems),
      bridge.on('openProject', ({ path }) => void openProject(path)),
      bridge.on('preferences', takePreferences),
      bridge.onConnection(takeConnection),
      bridge.on('export', takeExport),
      watchPairPlan(),
      watchReach(),
      bridge.on('turned', takeTurn),
      bridge.on('parametersSaved', (saved) => void takeSaved(saved)),
      bridge.on('parametersChanged', ({ name }) => noticeChanged(name)),
    ];
    removals.push(followTitle(), followEnd(), followLeave(), followChanges(), guardUnsaved());
    void start();
    return () => removals.forEach((remove) => remove());
  }, []);
}

function Page() {
  const project = useApp((state) => state.project);
  const foreign = useWizard((state) => state.path);
  const workbench = useWorkbench(project !== null);
  if (foreign !== null) return <WizardPage path={foreign} />;
  if (!project) return <WelcomePage />;
  return workbench && createElement(workbench, { key: project.path, project });
}

export function App() {
  useEngine();
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
