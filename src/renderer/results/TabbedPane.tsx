import { Tabs } from '@mantine/core';
import type { ProjectOverview } from '@/api';
import { texts } from '../texts';
import classes from './ResultsPage.module.css';
import { chooseView, TABBED, useTabs, type TabbedName, type View } from './tabs';
import { VIEWS } from './views';

interface TabbedPaneProps {
  name: TabbedName;
  label: string;
  project: ProjectOverview;
}

/** A pane with a tab for each of its views; only the one in sight is there, so that the others cost nothing. */
export function TabbedPane({ name, label, project }: TabbedPaneProps) {
  const view = useTabs((state) => state[name]);
  const Shown = VIEWS[view];
  return (
    <Tabs className={classes.pane} value={view} onChange={(next) => chooseView(name, next as View)} keepMounted={false}>
      <Tabs.List className={classes.list} aria-label={label}>
        {TABBED[name].map((each) => (
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
