import { Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { ProjectOverview } from '@/api';
import { texts } from '../texts';
import classes from './ResultsPage.module.css';
import { VIEWS, type View } from './views';

interface TabbedPaneProps {
  /** Under which the view that is shown is remembered. */
  name: string;
  label: string;
  views: readonly View[];
  project: ProjectOverview;
}

/** A pane with a tab for each of its views; only the one in sight is there, so that the others cost nothing. */
export function TabbedPane({ name, label, views, project }: TabbedPaneProps) {
  const [chosen, setChosen] = useLocalStorage<View>({ key: `atoa-results-${name}`, defaultValue: views[0] });
  const view = views.includes(chosen) ? chosen : views[0];
  const Shown = VIEWS[view];
  if (views.length === 1) return <Shown project={project} />;
  return (
    <Tabs className={classes.pane} value={view} onChange={(next) => setChosen(next as View)} keepMounted={false}>
      <Tabs.List className={classes.list} aria-label={label}>
        {views.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {texts.results.views[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} className={classes.panel}>
        <Shown project={project} />
      </Tabs.Panel>
    </Tabs>
  );
}
