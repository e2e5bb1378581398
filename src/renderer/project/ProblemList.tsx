import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProjectProblem } from '@/api';
import { texts } from '../texts';
import classes from './ProjectPage.module.css';

const t = texts.project;

const SEVERITIES = {
  error: { text: t.error, colour: 'var(--bad)', Icon: IconCircleX },
  warning: { text: t.warning, colour: 'var(--warn)', Icon: IconAlertTriangle },
  info: { text: t.info, colour: 'var(--text-dim)', Icon: IconInfoCircle },
} as const;
const RANK = { error: 0, warning: 1, info: 2 } as const;

function Problem({ problem }: { problem: ProjectProblem }) {
  const { text, colour, Icon } = SEVERITIES[problem.severity];
  return (
    <li className={classes.problem}>
      <span className={classes.severity} style={{ color: colour }}>
        <Icon size={16} stroke={1.7} aria-hidden="true" /> {text}
      </span>
      <div className={classes.body}>
        <Text>{problem.message}</Text>
        {problem.advice !== null && <Text c="var(--text-dim)">{problem.advice}</Text>}
        {problem.file !== null && <code className={classes.file}>{problem.file}</code>}
      </div>
    </li>
  );
}

/** Problems of the project as a whole.
 *  @param nothing nothing is wrong with its events and stations either */
export function ProblemList({ problems, nothing }: { problems: ProjectProblem[]; nothing: boolean }) {
  const sorted = [...problems].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <section>
      <h2 className={classes.heading}>{t.problems}</h2>
      {nothing && (
        <Text className={classes.fine}>
          <IconCircleCheck size={16} stroke={1.7} aria-hidden="true" /> {t.noProblems}
        </Text>
      )}
      {sorted.length > 0 && (
        <ul className={classes.list}>
          {sorted.map((problem, index) => (
            <Problem key={index} problem={problem} />
          ))}
        </ul>
      )}
    </section>
  );
}

const FIRST = 50;

interface Item {
  name: string;
  problems: string[];
}

/** Problems that belong to one event or station each; a long list starts shortened. */
export function ItemProblems({ title, items }: { title: string; items: Item[] }) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <section>
      <h2 className={classes.heading}>
        {title} ({items.length})
      </h2>
      <ul className={classes.list}>
        {shown.map(({ name, problems }) => (
          <li key={name} className={classes.problem}>
            <span className={classes.item}>{name}</span>
            <div className={classes.body}>
              {problems.map((problem) => (
                <Text key={problem}>{problem}</Text>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t.showAll(items.length)}
        </button>
      )}
    </section>
  );
}
