import { ActionIcon, Splitter, Tabs } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconLayoutBottombar, IconLayoutSidebarRight } from '@tabler/icons-react';
import type { ProjectOverview } from '@/api';
import { count } from '../common/format';
import { ALONE, SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { PairPane } from '../pair/PairPane';
import { usePair } from '../pair/store';
import { FailurePage } from '../run/failures/FailurePage';
import { RunMatrix } from '../run/matrix/RunMatrix';
import { texts } from '../texts';
import classes from './RunPage.module.css';
import { PairTable } from './PairTable';
import { PairToolbar } from './PairToolbar';
import { pairView } from './table';
import { usePairView } from './usePairView';

const t = texts.runViews;

type Layout = 'beside' | 'below';
type View = 'table' | 'matrix' | 'failures';

function LayoutButton({ layout, onLayout }: { layout: Layout; onLayout: (layout: Layout) => void }) {
  const other: Layout = layout === 'beside' ? 'below' : 'beside';
  const Icon = other === 'below' ? IconLayoutBottombar : IconLayoutSidebarRight;
  return (
    <ActionIcon
      className={classes.layout}
      aria-label={texts.pairs[other]}
      title={texts.pairs[other]}
      onClick={() => onLayout(other)}
    >
      <Icon size={17} stroke={1.6} />
    </ActionIcon>
  );
}

function FailureCount() {
  usePairView();
  const { failed } = pairView.counts;
  return failed === 0 ? null : <span className={classes.failed}>{count(failed)}</span>;
}

interface ResultsProps {
  project: ProjectOverview;
  layout: Layout;
  onLayout: (layout: Layout) => void;
}

/** The results as a table, as a matrix, or the failures among them. */
function Results({ project, layout, onLayout }: ResultsProps) {
  const [view, setView] = useLocalStorage<View>({ key: 'atoa-run-view', defaultValue: 'table' });
  return (
    <Tabs value={view} onChange={(value) => setView(value as View)} className={classes.results} keepMounted={false}>
      <Tabs.List className={classes.views} aria-label={t.views}>
        <Tabs.Tab value="table">{t.table}</Tabs.Tab>
        <Tabs.Tab value="matrix">{t.matrix}</Tabs.Tab>
        <Tabs.Tab value="failures" rightSection={<FailureCount />}>
          {t.failures}
        </Tabs.Tab>
      </Tabs.List>
      <LayoutButton layout={layout} onLayout={onLayout} />
      <Tabs.Panel value="table" className={classes.view}>
        <PairToolbar />
        <PairTable />
      </Tabs.Panel>
      <Tabs.Panel value="matrix" className={classes.view}>
        <RunMatrix project={project} />
      </Tabs.Panel>
      <Tabs.Panel value="failures" className={classes.view}>
        <FailurePage project={project} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The results of the run as they come, and beside or below them the pair that is looked at. */
export function RunPage({ project }: { project: ProjectOverview }) {
  const open = usePair((state) => state.open);
  const maximized = usePair((state) => state.maximized);
  const [layout, setLayout] = useLocalStorage<Layout>({ key: 'atoa-pair-layout', defaultValue: 'beside' });
  const beside = usePaneSizes('pairs-beside', [40, 60]);
  const below = usePaneSizes('pairs-below', [34, 66]);

  const results = <Results project={project} layout={layout} onLayout={setLayout} />;
  if (!open) return results;
  return (
    <Splitter
      key={layout}
      h="100%"
      {...SPLITTER}
      orientation={layout === 'beside' ? 'horizontal' : 'vertical'}
      {...(maximized ? ALONE : layout === 'beside' ? beside : below)}
    >
      {!maximized && (
        <Splitter.Pane defaultSize={40} min={15}>
          {results}
        </Splitter.Pane>
      )}
      <Splitter.Pane key="pair" defaultSize={maximized ? 100 : 60} min={25}>
        <PairPane pair={open} />
      </Splitter.Pane>
    </Splitter>
  );
}
