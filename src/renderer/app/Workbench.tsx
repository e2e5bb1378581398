import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { ProjectOverview } from '@/api';
import { InTurn } from '../common/InTurn';
import { ProjectPage } from '../project/ProjectPage';
import { ConfigurePage } from '../configure/ConfigurePage';
import { RunPage } from '../pairs/RunPage';
import { ExportPage } from '../export/ExportPage';
import { ResultsPage } from '../results/ResultsPage';
import { Announcer } from '../run/Announcer';
import { RunStrip } from '../run/RunStrip';
import { SelectPage } from '../select/SelectPage';
import { Rail } from './Rail';
import { useApp, type Area } from './store';
import { TopBar } from './TopBar';
import classes from './Workbench.module.css';

const PAGES: Record<Area, (props: { project: ProjectOverview }) => ReactNode> = {
  project: ProjectPage,
  select: SelectPage,
  configure: ConfigurePage,
  run: RunPage,
  results: ResultsPage,
  export: ExportPage,
};

/** What is looked at. The page before stays until the next is made, in slices. */
function AreaPage({ project }: { project: ProjectOverview }) {
  const area = useDeferredValue(useApp((state) => state.area));
  return useMemo(() => {
    const Page = PAGES[area];
    return <Page project={project} />;
  }, [area, project]);
}

/** The window of an opened project: bar, areas at the left, the run's strip above the area that is looked at. */
export function Workbench({ project }: { project: ProjectOverview }) {
  return (
    <div className={classes.workbench}>
      <TopBar project={project} />
      <Rail project={project} />
      <InTurn>
        <RunStrip project={project} />
      </InTurn>
      <main className={classes.area}>
        <InTurn>
          <AreaPage project={project} />
        </InTurn>
      </main>
      <Announcer />
    </div>
  );
}
