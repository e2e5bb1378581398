import type { ProjectOverview } from '@/api';
import { ProjectPage } from '../project/ProjectPage';
import { ConfigurePage } from '../configure/ConfigurePage';
import { RunPage } from '../pairs/RunPage';
import { ExportPage } from '../export/ExportPage';
import { ResultsPage } from '../results/ResultsPage';
import { Announcer } from '../run/Announcer';
import { RunStrip } from '../run/RunStrip';
import { SelectPage } from '../select/SelectPage';
import { Rail } from './Rail';
import { useApp } from './store';
import { TopBar } from './TopBar';
import classes from './Workbench.module.css';

/** The window of an opened project: bar, areas at the left, the run's strip above the area that is looked at. */
export function Workbench({ project }: { project: ProjectOverview }) {
  const area = useApp((state) => state.area);
  return (
    <div className={classes.workbench}>
      <TopBar project={project} />
      <Rail project={project} />
      <RunStrip project={project} />
      <main className={classes.area}>
        {area === 'project' && <ProjectPage project={project} />}
        {area === 'select' && <SelectPage project={project} />}
        {area === 'configure' && <ConfigurePage project={project} />}
        {area === 'run' && <RunPage project={project} />}
        {area === 'results' && <ResultsPage project={project} />}
        {area === 'export' && <ExportPage />}
      </main>
      <Announcer />
    </div>
  );
}
