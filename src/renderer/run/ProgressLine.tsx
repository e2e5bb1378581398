import { Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconLoader2,
  IconPlayerPause,
  IconPlayerStop,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { RunProgress } from '@/api';
import { count, duration, fixed } from '../common/format';
import { useConnection } from '../app/connection';
import { texts } from '../texts';
import classes from './ProgressLine.module.css';
import { shownState, type ShownState } from './shownState';
import { isGoing, useRun } from './store';

const t = texts.run;

const ICONS: Record<ShownState, typeof IconLoader2> = {
  starting: IconLoader2,
  running: IconLoader2,
  paused: IconPlayerPause,
  committing: IconLoader2,
  cancelling: IconLoader2,
  done: IconCircleCheck,
  cancelled: IconPlayerStop,
  failed: IconCircleX,
  unknown: IconPlugConnectedX,
};

function Figure({ value, name, yields = false }: { value: string; name: string; yields?: boolean }) {
  return (
    <span className={classes.figure} data-yields={yields || undefined}>
      <b>{value}</b> {name}
    </span>
  );
}

function Figures({ progress, state }: { progress: RunProgress; state: ShownState }) {
  const isHeard = isGoing(progress) && state !== 'unknown';
  return (
    <>
      {progress.failed > 0 && (
        <span className={classes.failed}>
          <IconAlertTriangle size={13} aria-hidden="true" /> <b>{count(progress.failed)}</b> {t.failed}
        </span>
      )}
      {progress.skipped > 0 && <Figure value={count(progress.skipped)} name={t.skipped} />}
      <Figure value={count(progress.windows)} name={t.windows} yields />
      <Figure value={fixed(progress.misfit, 2)} name={t.misfit} yields />
      {isHeard && progress.pairsPerSecond !== null && (
        <Figure value={fixed(progress.pairsPerSecond, 1)} name={t.rate} yields />
      )}
      {!isHeard || progress.secondsLeft === null ? (
        <Figure value={duration(progress.elapsedSeconds)} name={t.elapsed} />
      ) : (
        <Figure value={duration(progress.secondsLeft)} name={t.left} />
      )}
    </>
  );
}

/** How far the run is. Stays with its result until the next one. */
export function ProgressLine() {
  const progress = useRun((state) => state.progress);
  const connected = useConnection((engine) => engine.connected);
  if (!progress) return null;
  const { done, total, failed } = progress;
  const state = shownState(progress, connected);
  const Icon = ICONS[state];
  const share = (part: number) => (total === 0 ? 0 : (100 * part) / total);
  const [now] = progress.active;
  return (
    <div className={classes.line}>
      <span className={classes.state} data-state={state}>
        <Icon size={15} aria-hidden="true" /> {t.states[state]}
      </span>
      <Progress.Root size={8} className={classes.bar}>
        <Progress.Section
          value={share(done - failed)}
          aria-label={t.progress}
          aria-valuetext={t.doneOf(done, total)}
          color={state === 'cancelled' || state === 'unknown' ? 'gray' : undefined}
        />
        <Progress.Section value={share(failed)} withAria={false} color="red.7" className={classes.hatched} />
      </Progress.Root>
      <span className={classes.figure}>
        <b>{t.doneOf(done, total)}</b>
      </span>
      <Figures progress={progress} state={state} />
      {progress.error ? (
        <span className={classes.error} title={progress.error.advice ?? undefined}>
          {progress.error.message}
        </span>
      ) : state === 'unknown' ? (
        <span className="dim">{t.asLastHeard}</span>
      ) : (
        now && (
          <span className={classes.now}>
            {t.now}: {now.event} · {now.station}
          </span>
        )
      )}
    </div>
  );
}
