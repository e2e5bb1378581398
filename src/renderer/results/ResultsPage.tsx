import { Button, EmptyState, Splitter } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChartHistogram } from '@tabler/icons-react';
import type { ProjectOverview } from '@/api';
import { setArea } from '../app/store';
import { ALONE, SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { pairView } from '../pairs/table';
import { useNoResults } from '../pairs/useNoResults';
import { usePairView } from '../pairs/usePairView';
import { PairPane } from '../pair/PairPane';
import { usePair } from '../pair/store';
import { texts } from '../texts';
import { ResultsBar } from './ResultsBar';
import { ResultsPanes } from './ResultsPanes';
import classes from './ResultsPage.module.css';
import { clearBrushes } from './state';

const t = texts.results;

/** Without results, or where no pair has a window: there is nothing to plot then. */
function Empty({ total, failed, empty }: { total: number; failed: number; empty: number }) {
  const text = useNoResults(t.noneHint);
  return (
    <EmptyState
      className={classes.empty}
      size="sm"
      icon={<IconChartHistogram size={32} stroke={1.4} />}
      title={total === 0 ? text.title : t.noWindows}
      description={total === 0 ? text.hint : t.noWindowsHint(failed, empty)}
    >
      <Button variant="default" onClick={() => setArea('run')}>
        {total === 0 ? t.toRun : t.toReasons}
      </Button>
    </EmptyState>
  );
}

/** Escape belongs to the pair view while the focus is in it. */
function clearOnEscape(event: KeyboardEvent): void {
  const isElsewhere = event.target instanceof Element && event.target.closest('[data-pane=pair], [role=menu]') !== null;
  if (!isElsewhere && !event.defaultPrevented) clearBrushes();
}

/** All results together: plots, maps and tables that select in each other, and beside them the pair that is looked at. */
export function ResultsPage({ project }: { project: ProjectOverview }) {
  usePairView();
  const { done, failed, empty } = pairView.counts;
  const open = usePair((state) => state.open);
  const beside = usePaneSizes('results-beside', [55, 45]);
  useHotkeys([['Escape', clearOnEscape, { preventDefault: false }]]);
  const maximized = usePair((state) => state.maximized);
  if (done === 0 && !open) return <Empty total={pairView.total} failed={failed} empty={empty} />;
  const isAlone = open !== null && maximized;
  const results = (
    <div className={classes.results}>
      <ResultsBar project={project} />
      <ResultsPanes project={project} />
    </div>
  );
  return (
    <Splitter h="100%" {...SPLITTER} {...(open && !isAlone ? beside : ALONE)}>
      {!isAlone && (
        <Splitter.Pane defaultSize={open ? 55 : 100} min={25}>
          {results}
        </Splitter.Pane>
      )}
      {open && (
        <Splitter.Pane key="pair" defaultSize={isAlone ? 100 : 45} min={25}>
          <div data-pane="pair" style={{ height: '100%' }}>
            <PairPane pair={open} />
          </div>
        </Splitter.Pane>
      )}
    </Splitter>
  );
}
