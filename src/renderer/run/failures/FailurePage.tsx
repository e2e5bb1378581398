import { Button, EmptyState } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ProjectOverview } from '@/api';
import { count } from '../../common/format';
import { PairTable } from '../../pairs/PairTable';
import { pairRows, pairView } from '../../pairs/table';
import { texts } from '../../texts';
import { retry } from '../actions';
import { isGoing, useRun } from '../store';
import { countRetryable } from '../retryable';
import classes from './FailurePage.module.css';
import type { FailureGroup } from './groups';
import { useFailureGroups } from './table';

const t = texts.runFailures;

interface GroupProps {
  group: FailureGroup;
  chosen: boolean;
  onChoose: () => void;
  project: ProjectOverview;
}

function Group({ group, chosen, onChoose, project }: GroupProps) {
  const going = useRun((state) => isGoing(state.progress));
  const { code, stage, message, advice, places } = group;
  const ready = countRetryable(group, project);
  const pairs = () =>
    [...places].map((place) => pairRows.rows[place]!).map(({ event, station }) => ({ event, station }));
  return (
    <li className={classes.group} data-chosen={chosen || undefined}>
      <button type="button" className={classes.choose} aria-pressed={chosen} onClick={onChoose}>
        <b className={classes.count}>{count(places.size)}</b>
        <span className={classes.what}>
          <span className={classes.code}>
            {code} <span className="dim">{t.inStage(stage)}</span>
          </span>
          <span className={classes.message}>{places.size === 1 ? message : t.suchAs(message)}</span>
          {advice !== null && (
            <span className={classes.advice}>
              <b>{texts.pair.advice}:</b> {advice}
            </span>
          )}
        </span>
      </button>
      <Button
        variant="default"
        leftSection={<IconRefresh size={14} aria-hidden="true" />}
        disabled={going || ready === 0}
        aria-label={t.retryGroup(ready, code)}
        title={ready < places.size ? t.lacking(places.size - ready) : undefined}
        onClick={() => void retry(project, pairs())}
      >
        {ready < places.size ? t.retryOf(ready) : t.retry}
      </Button>
    </li>
  );
}

/** Why pairs failed: reasons with what to do about each, and the pairs of the one that is chosen. */
export function FailurePage({ project }: { project: ProjectOverview }) {
  const groups = useFailureGroups();
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = groups.find(({ code }) => code === wanted) ?? groups[0] ?? null;
  const code = chosen?.code ?? null;
  useEffect(() => pairView.setFilter({ text: '', status: 'failed', code }), [code]);
  useEffect(() => () => pairView.setFilter({ text: '', status: null }), []);

  if (!chosen) {
    const icon = <IconCircleCheck size={32} stroke={1.4} />;
    return <EmptyState className={classes.empty} size="sm" icon={icon} title={t.none} description={t.noneHint} />;
  }
  return (
    <div className={classes.page}>
      <ul className={classes.groups} aria-label={t.groups}>
        {groups.map((group) => (
          <Group
            key={group.code}
            group={group}
            chosen={group === chosen}
            onChoose={() => setWanted(group.code)}
            project={project}
          />
        ))}
      </ul>
      <PairTable />
    </div>
  );
}
