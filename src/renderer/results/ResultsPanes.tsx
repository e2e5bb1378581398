import type { ProjectOverview } from '@/api';
import { texts } from '../texts';
import classes from './ResultsPage.module.css';
import { TabbedPane } from './TabbedPane';

const t = texts.results.panes;

/** Plots above and tables below; more side by side where there is room. */
export function ResultsPanes({ project }: { project: ProjectOverview }) {
  return (
    <div className={classes.panes}>
      <TabbedPane name="plots" label={t.plots} views={['histograms']} project={project} />
    </div>
  );
}
