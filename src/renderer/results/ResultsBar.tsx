import { Button, Chip, CloseButton, TextInput } from '@mantine/core';
import { IconFilter, IconRefresh, IconX } from '@tabler/icons-react';
import type { ProjectOverview } from '@/api';
import { evaluationPath } from '@/core/config';
import { retry } from '../run/actions';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import type { Brush } from './brush';
import { rangeText } from './histogram/words';
import classes from './ResultsPage.module.css';
import { selectedPairKeys } from './order';
import { clearBrushes, setBrush, setFilter, useResults } from './state';
import { analysis, columns } from './table';
import { useAnalysis } from './useAnalysis';

const t = texts.results;

function brushText(brush: Brush): string {
  switch (brush.kind) {
    case 'range':
      return `${t.short[brush.measure]} ${rangeText(brush.measure, [brush.min, brush.max])}`;
    case 'area':
      return t.brush.area(t.short[brush.x], t.short[brush.y]);
    case 'ends':
      return t.brush.ends(brush.events.size, brush.stations.size);
    case 'pairs':
      return t.brush.pairs(brush.places.size);
    case 'windows':
      return t.brush.windows(brush.rows.size);
    case 'rest':
      return t.brush.rest(brush.count, brush.level);
  }
}

function FilterBox({ kind }: { kind: 'events' | 'stations' }) {
  const value = useResults((state) => state.filter[kind]);
  const [label, hint] =
    kind === 'events' ? [t.filterEventsLabel, t.filterEvents] : [t.filterStationsLabel, t.filterStations];
  return (
    <TextInput
      className={classes.filter}
      aria-label={label}
      placeholder={hint}
      value={value}
      onChange={(event) => setFilter({ [kind]: event.currentTarget.value })}
      leftSection={<IconFilter size={13} aria-hidden="true" />}
      rightSection={
        value !== '' && (
          <CloseButton size="xs" aria-label={texts.select.clearFilter} onClick={() => setFilter({ [kind]: '' })} />
        )
      }
      spellCheck={false}
    />
  );
}

/** All letters are on until one is clicked; none on is all on. */
function ComponentFilter() {
  const chosen = useResults((state) => state.filter.components);
  const letters = [...columns.components.list].sort();
  const toggle = (letter: string) => {
    const next = new Set(chosen ?? letters);
    if (!next.delete(letter)) next.add(letter);
    setFilter({ components: next.size === 0 || next.size === letters.length ? null : next });
  };
  return (
    <div className={classes.components} role="group" aria-label={t.components}>
      {letters.map((letter) => (
        <Chip
          key={letter}
          size="xs"
          radius="sm"
          checked={chosen?.has(letter) ?? true}
          onChange={() => toggle(letter)}
          aria-label={t.component(letter)}
        >
          {letter}
        </Chip>
      ))}
    </div>
  );
}

function Selection({ project }: { project: ProjectOverview }) {
  const brushes = useResults((state) => state.brushes);
  const going = useRun((state) => isGoing(state.progress));
  const { pairs, selectedPairs, selectedWindows } = analysis.masks.counts;
  if (brushes.size === 0) {
    const hint = pairs === 0 ? t.filteredOut : t.nothingSelected;
    return (
      <span className={classes.hint} title={hint}>
        {hint}
      </span>
    );
  }
  return (
    <>
      <b className="num" role="status" aria-busy={!analysis.isCurrent()}>
        {t.selectedCounts(selectedPairs, selectedWindows)}
      </b>
      <span className={classes.chips}>
        {[...brushes].map(([source, brush]) => {
          const text = brushText(brush);
          return (
            <span key={source} className={classes.chip}>
              {text}
              <CloseButton size={16} iconSize={11} aria-label={t.remove(text)} onClick={() => setBrush(source, null)} />
            </span>
          );
        })}
      </span>
      <Button
        variant="default"
        leftSection={<IconRefresh size={13} aria-hidden="true" />}
        title={t.againHint(selectedPairs)}
        disabled={going || selectedPairs === 0}
        onClick={() => analysis.whenCurrent(() => void retry(project, selectedPairKeys()))}
      >
        {t.again}
      </Button>
      <Button
        variant="default"
        leftSection={<IconX size={13} aria-hidden="true" />}
        title={t.clearHint}
        aria-label={t.clearHint}
        onClick={clearBrushes}
      >
        {t.clear}
      </Button>
    </>
  );
}

/** What of all results is looked at, and what of that is selected. */
export function ResultsBar({ project }: { project: ProjectOverview }) {
  useAnalysis();
  const { pairs, windows } = analysis.masks.counts;
  const evaluation = evaluationPath(project.parameters);
  const idle = useResults((state) => state.brushes.size === 0);
  return (
    <div className={classes.bar}>
      <ComponentFilter />
      <FilterBox kind="events" />
      <FilterBox kind="stations" />
      {evaluation !== 'default' && (
        <span className={`num ${classes.evaluation}`} title={t.evaluation(evaluation)}>
          {t.evaluation(evaluation)}
        </span>
      )}
      <span className={`dim num ${classes.all}`}>{t.counts(texts.nPairs(pairs), texts.nWindows(windows))}</span>
      <div className={classes.selection} data-idle={idle || undefined} aria-label={t.selection} role="group">
        <Selection project={project} />
      </div>
    </div>
  );
}
