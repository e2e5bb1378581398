import { Splitter } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { ProjectOverview } from '@/api';
import { InTurn } from '../common/InTurn';
import { SPLITTER, usePaneSizes } from '../common/usePaneSizes';
import { texts } from '../texts';
import { HistogramPane } from './histogram/HistogramPane';
import { ResultsMap } from './map/ResultsMap';
import classes from './ResultsPage.module.css';
import { ScatterPane } from './scatter/ScatterPane';
import { SectionPane } from './section/SectionPane';
import { TabbedPane } from './TabbedPane';

const t = texts.results.panes;

/** From these widths on, px, plots stand side by side, and in three columns. */
const NARROW = 760;
const WIDE = 1500;

interface PanesProps {
  project: ProjectOverview;
}

function Compact({ project }: PanesProps) {
  const down = usePaneSizes('results-compact', [62, 38]);
  return (
    <Splitter orientation="vertical" h="100%" {...SPLITTER} {...down}>
      <Splitter.Pane defaultSize={62} min={20}>
        <TabbedPane name="plots" label={t.plots} project={project} />
      </Splitter.Pane>
      <Splitter.Pane defaultSize={38} min={15}>
        <InTurn>
          <TabbedPane name="tables" label={t.tables} project={project} />
        </InTurn>
      </Splitter.Pane>
    </Splitter>
  );
}

function Narrow({ project }: PanesProps) {
  const down = usePaneSizes('results-down', [64, 36]);
  const across = usePaneSizes('results-across', [56, 44]);
  return (
    <Splitter orientation="vertical" h="100%" {...SPLITTER} {...down}>
      <Splitter.Pane defaultSize={64} min={20}>
        <Splitter h="100%" {...SPLITTER} {...across}>
          <Splitter.Pane defaultSize={56} min={20}>
            <HistogramPane />
          </Splitter.Pane>
          <Splitter.Pane defaultSize={44} min={20}>
            <InTurn>
              <TabbedPane name="more" label={t.more} project={project} />
            </InTurn>
          </Splitter.Pane>
        </Splitter>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={36} min={15}>
        <InTurn>
          <TabbedPane name="tables" label={t.tables} project={project} />
        </InTurn>
      </Splitter.Pane>
    </Splitter>
  );
}

function Wide({ project }: PanesProps) {
  const across = usePaneSizes('results-wide', [34, 34, 32]);
  const middle = usePaneSizes('results-middle', [58, 42]);
  const right = usePaneSizes('results-right', [42, 58]);
  return (
    <Splitter h="100%" {...SPLITTER} {...across}>
      <Splitter.Pane defaultSize={34} min={15}>
        <HistogramPane />
      </Splitter.Pane>
      <Splitter.Pane defaultSize={34} min={15}>
        <Splitter orientation="vertical" h="100%" {...SPLITTER} {...middle}>
          <Splitter.Pane defaultSize={58} min={15}>
            <InTurn>
              <ResultsMap project={project} />
            </InTurn>
          </Splitter.Pane>
          <Splitter.Pane defaultSize={42} min={15}>
            <InTurn>
              <TabbedPane name="tables" label={t.tables} project={project} />
            </InTurn>
          </Splitter.Pane>
        </Splitter>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={32} min={15}>
        <Splitter orientation="vertical" h="100%" {...SPLITTER} {...right}>
          <Splitter.Pane defaultSize={42} min={15}>
            <InTurn>
              <ScatterPane />
            </InTurn>
          </Splitter.Pane>
          <Splitter.Pane defaultSize={58} min={15}>
            <InTurn>
              <SectionPane />
            </InTurn>
          </Splitter.Pane>
        </Splitter>
      </Splitter.Pane>
    </Splitter>
  );
}

/** Plots above and tables below; more side by side where there is room. */
export function ResultsPanes({ project }: PanesProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const Panes = width < NARROW ? Compact : width < WIDE ? Narrow : Wide;
  return (
    <div ref={ref} className={classes.panes}>
      {width > 0 && <Panes project={project} />}
    </div>
  );
}
