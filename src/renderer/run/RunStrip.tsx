import { Anchor, Button, Checkbox, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ProjectOverview } from '@/api';
import { useConnection } from '../app/connection';
import { usePairPlan } from '../select/pairPlan';
import { showProblems } from '../project/view';
import { NO_PAIRS, type PairCounts } from '../select/plan';
import { isUnsaved, useConfigure } from '../configure/store';
import { texts } from '../texts';
import { cancelRun, pauseRun, resumeRun, retry, startRun } from './actions';
import { Concurrency } from './Concurrency';
import { NotifySwitch } from './NotifySwitch';
import { ProgressLine } from './ProgressLine';
import classes from './RunStrip.module.css';
import { useRetryable } from './retryable';
import { shownState, type ShownState } from './shownState';
import { isGoing, setRunSettings, useRun } from './store';

const t = texts.run;
const v = texts.runViews;

function RunButton({ project }: { project: ProjectOverview }) {
  const counts = usePairPlan((state) => state.counted?.counts) ?? NO_PAIRS;
  const unsaved = useConfigure(isUnsaved);
  return (
    <>
      <Tooltip
        label={project.broken === null ? t.nothing : texts.project.broken(project.broken.name)}
        disabled={counts.ready > 0 && project.broken === null}
      >
        <Button
          leftSection={<IconPlayerPlay size={15} aria-hidden="true" />}
          disabled={counts.ready === 0 || project.broken !== null}
          onClick={() => void startRun(project)}
          className={classes.run}
        >
          {t.run(counts.ready)}
        </Button>
      </Tooltip>
      {project.broken !== null && (
        <span className={classes.lacking} title={texts.project.broken(project.broken.name)}>
          <IconAlertTriangle size={14} aria-hidden="true" />
          <span className={classes.words}>{texts.project.brokenShort(project.broken.name)}</span>
        </span>
      )}
      {unsaved && (
        <Tooltip label={texts.configure.unsavedHint}>
          <span className={classes.lacking} data-yields tabIndex={0}>
            <IconAlertTriangle size={14} aria-hidden="true" />
            <span className={classes.words}>{texts.configure.unsavedParameters}</span>
          </span>
        </Tooltip>
      )}
      <Lacking counts={counts} />
    </>
  );
}

/** What is left out of the run, why, and the way to what to do about it. */
function Lacking({ counts }: { counts: PairCounts }) {
  const lacking = counts.selected - counts.ready;
  if (lacking === 0) return null;
  const { noObserved, noSynthetic, noResponse, noSource } = counts;
  const lacks = { observed: noObserved, synthetic: noSynthetic, response: noResponse, source: noSource };
  const missing = (['observed', 'synthetic', 'response', 'source'] as const).filter((what) => lacks[what] > 0);
  const reasons = missing.map((what) => t.lacks[what]);
  // One reason is what to look for; of several, all problems are.
  const words = missing.length === 1 ? missing[0]! : '';
  return (
    <Tooltip label={t.lackingHint(noObserved, noSynthetic, noResponse, noSource)} multiline maw={320}>
      <Anchor component="button" type="button" className={classes.lacking} onClick={() => showProblems(words)}>
        <IconAlertTriangle size={14} aria-hidden="true" />
        <span className={classes.words}>{t.lacking(lacking, reasons.join(', '))}</span>
      </Anchor>
    </Tooltip>
  );
}

function PauseButton({ state }: { state: ShownState | undefined }) {
  const paused = state === 'paused';
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Tooltip label={v.pauseHint} disabled={paused} multiline maw={280} position="bottom-start">
      <Button
        variant={paused ? 'filled' : 'default'}
        leftSection={<Icon size={15} aria-hidden="true" />}
        disabled={state !== 'paused' && state !== 'running'}
        onClick={() => void (paused ? resumeRun() : pauseRun())}
      >
        {paused ? v.resume : v.pause}
      </Button>
    </Tooltip>
  );
}

function CancelButton({ state }: { state: ShownState | undefined }) {
  const cancelling = state === 'cancelling';
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerStop size={15} aria-hidden="true" />}
      disabled={cancelling || state === 'unknown'}
      onClick={() => void cancelRun()}
    >
      {cancelling ? t.cancelling : t.cancel}
    </Button>
  );
}

function RetryButton({ project }: { project: ProjectOverview }) {
  const { failed, ready } = useRetryable(project);
  if (failed === 0) return null;
  return (
    <Tooltip label={v.retryFailedHint(failed - ready)} multiline maw={280}>
      <Button
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden="true" />}
        // Not `disabled`: the hint says what is to be done, to the keyboard too.
        data-disabled={ready === 0 || undefined}
        aria-disabled={ready === 0}
        onClick={() => ready > 0 && void retry(project, 'failed')}
      >
        {v.retryFailed(ready, failed)}
      </Button>
    </Tooltip>
  );
}

function Options({ disabled }: { disabled: boolean }) {
  const fresh = useRun((state) => state.settings.fresh);
  const plot = useRun((state) => state.settings.plot);
  return (
    <>
      <Tooltip label={t.freshHint} multiline maw={260}>
        <Checkbox
          label={t.fresh}
          checked={fresh}
          disabled={disabled}
          onChange={(event) => setRunSettings({ fresh: event.currentTarget.checked })}
        />
      </Tooltip>
      <Tooltip label={t.plotHint} multiline maw={260}>
        <Checkbox
          label={t.plot}
          checked={plot}
          disabled={disabled}
          onChange={(event) => setRunSettings({ plot: event.currentTarget.checked })}
        />
      </Tooltip>
    </>
  );
}

/** Keeps the focus among the buttons where those of one state take the place of another's, and one of them had it. */
function useFocusKept(going: boolean) {
  const controls = useRef<HTMLDivElement>(null);
  const had = useRef(false);
  useEffect(() => {
    const take = ({ target }: FocusEvent) => (had.current = controls.current?.contains(target as Node) ?? false);
    document.addEventListener('focusin', take);
    return () => document.removeEventListener('focusin', take);
  }, []);
  useEffect(() => {
    if (!had.current || document.activeElement !== document.body) return;
    // No button itself: a second Enter would cancel what the first one has started.
    controls.current?.focus();
  }, [going]);
  return controls;
}

/** What starts, stops and shows the run, above every area. */
export function RunStrip({ project }: { project: ProjectOverview }) {
  const going = useRun((state) => isGoing(state.progress));
  const connected = useConnection((engine) => engine.connected);
  const state = useRun(({ progress }) => progress && shownState(progress, connected)) ?? undefined;
  const controls = useFocusKept(going);
  return (
    <section className={classes.strip} aria-label={t.strip} data-going={going || undefined}>
      <div className={classes.controls} ref={controls} tabIndex={-1}>
        {going ? (
          <>
            <PauseButton state={state} />
            <CancelButton state={state} />
          </>
        ) : (
          <>
            <RunButton project={project} />
            <RetryButton project={project} />
          </>
        )}
        <NotifySwitch />
        <span className={classes.space} />
        <div className={classes.settings}>
          <Concurrency disabled={going} />
        </div>
        <div className={classes.options}>
          <Options disabled={going} />
        </div>
      </div>
      <ProgressLine />
    </section>
  );
}
