import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { PairDetail } from '@/api';
import { useApp } from '../app/store';
import { retry } from '../run/actions';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import { FailureAlert } from './FailureAlert';
import classes from './FailureAlert.module.css';

const t = texts.pair;

/** Why the pair that is looked at failed, with a way to try it again. What the last run ran into is told too where what is
 *  shown does not fail any more. */
export function PairFailure({ detail }: { detail: PairDetail }) {
  const { event, station, error, outcome, source } = detail;
  const project = useApp((state) => state.project);
  const going = useRun((state) => isGoing(state.progress));
  const isPast = error === null && source === 'computed';
  const failure = isPast ? (outcome?.error ?? null) : error;
  if (failure === null || !project) return null;
  return (
    <FailureAlert failure={failure}>
      <div className={classes.next}>
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconRefresh size={13} aria-hidden="true" />}
          title={t.retryHint}
          disabled={going}
          onClick={() => void retry(project, [{ event, station }])}
        >
          {t.retry}
        </Button>
        {isPast && <span>{t.failsNoMore}</span>}
      </div>
    </FailureAlert>
  );
}
