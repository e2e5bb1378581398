import { Button, CloseButton, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCopy, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { count } from '../common/format';
import { texts } from '../texts';
import { copyProblems } from './copying';
import { Problem } from './Problem';
import { filterProblems, type ListedProblem, type Severity } from './problems';
import { searchProblems, useProjectView } from './view';
import classes from './ProjectPage.module.css';

const t = texts.project;
/** More take a while to draw, and nobody reads them: the search finds what is wanted. */
const FIRST = 80;

/** What is missing or broken, and what to do about it: filtered, searched, copied. */
export function ProblemPane({ problems }: { problems: ListedProblem[] }) {
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const words = useProjectView((state) => state.words);
  const [all, setAll] = useState(false);
  const found = useMemo(
    () => filterProblems(problems, severity === 'all' ? null : severity, words),
    [problems, severity, words],
  );
  const number = (wanted: Severity) => problems.filter((problem) => problem.severity === wanted).length;
  const shown = all ? found : found.slice(0, FIRST);
  const segment = (value: Severity | 'all', label: string, n: number) => ({ value, label: `${label} ${count(n)}` });
  return (
    <div className={classes.pane}>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t.severity}
          value={severity}
          onChange={(value) => setSeverity(value as Severity | 'all')}
          data={[
            segment('all', t.all, problems.length),
            segment('error', t.errors, number('error')),
            segment('warning', t.warnings, number('warning')),
            segment('info', t.notes, number('info')),
          ]}
        />
        <TextInput
          className={classes.search}
          aria-label={t.search}
          placeholder={t.searchHint}
          value={words}
          spellCheck={false}
          onChange={(event) => searchProblems(event.currentTarget.value)}
          leftSection={<IconSearch size={13} aria-hidden="true" />}
          rightSection={
            words !== '' && (
              <CloseButton size="xs" aria-label={texts.configure.clearSearch} onClick={() => searchProblems('')} />
            )
          }
        />
        <Button
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden="true" />}
          disabled={found.length === 0}
          onClick={() => void copyProblems(found)}
        >
          {t.copy}
        </Button>
      </div>
      <div className={classes.scroll}>
        {problems.length === 0 && (
          <Text className={classes.fine}>
            <IconCircleCheck size={16} stroke={1.7} aria-hidden="true" /> {t.noProblems}
          </Text>
        )}
        {problems.length > 0 && found.length === 0 && <Text c="var(--text-dim)">{t.noMatch}</Text>}
        <ul className={classes.list} aria-label={t.problems}>
          {shown.map((problem, i) => (
            <Problem key={i} problem={problem} />
          ))}
        </ul>
        {shown.length < found.length && (
          <button type="button" className={classes.more} onClick={() => setAll(true)}>
            {t.showAll(found.length)}
          </button>
        )}
      </div>
    </div>
  );
}
