import { UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { pairView } from '../pairs/table';
import { useNoResults } from '../pairs/useNoResults';
import { usePairView } from '../pairs/usePairView';
import { texts } from '../texts';
import { refreshPreview } from './actions';
import classes from './ExportPage.module.css';
import { FilterPane } from './FilterPane';
import { AdjointPane, FiguresPane, RerunPane } from './OtherPanes';
import { ProgressBox } from './ProgressBox';
import { setKind, useExport, type ExportKind } from './store';
import { TablesPane } from './TablesPane';

const t = texts.exporting;
const KINDS: ExportKind[] = ['tables', 'figures', 'adjointSources', 'rerun'];
const PANES = { tables: TablesPane, figures: FiguresPane, adjointSources: AdjointPane, rerun: RerunPane };

/** Keeps the preview in step with the form and with the results. */
function usePreview(results: number): void {
  const kind = useExport((state) => state.kind);
  const filter = useExport((state) => state.filter);
  const table = useExport((state) => state.table);
  const naming = useExport((state) => state.naming);
  const columns = useExport((state) => state.columns);
  useEffect(() => refreshPreview(), [kind, filter, table, naming, columns, results]);
}

/** Everything that leaves the application: tables, figures, adjoint sources, and what a re-run needs. */
export function ExportPage() {
  const kind = useExport((state) => state.kind);
  usePairView();
  const results = pairView.total;
  usePreview(results);
  const nothing = useNoResults(t.nothingHint);
  if (results === 0) {
    return (
      <div className={classes.nothing}>
        <strong>{nothing.title}</strong>
        {nothing.hint}
      </div>
    );
  }
  const Pane = PANES[kind];
  return (
    <div className={classes.page} data-kind={kind}>
      <nav className={classes.kinds} aria-label={t.kinds}>
        {KINDS.map((each) => (
          <UnstyledButton
            key={each}
            className={classes.kind}
            aria-current={each === kind ? 'true' : undefined}
            onClick={() => setKind(each)}
          >
            <strong>{t.kind[each]}</strong>
            <span>{t.kindHint[each]}</span>
          </UnstyledButton>
        ))}
      </nav>
      {kind !== 'rerun' && <FilterPane />}
      <div className={classes.content}>
        <Pane />
        <ProgressBox />
      </div>
    </div>
  );
}
