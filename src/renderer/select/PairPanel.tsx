import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import type { ProjectOverview } from '@/api';
import { useApp } from '../app/store';
import { duration, fixed, gigabytes } from '../common/format';
import { useLoading } from '../pairs/outcomes';
import { pairRows } from '../pairs/table';
import { isGoing, useRun } from '../run/store';
import { texts } from '../texts';
import { estimateMemory, estimateRun, pastTimes } from './estimate';
import { FilterChips } from './FilterChips';
import type { RangeName } from './filters';
import { usePairPlan } from './pairPlan';
import classes from './PairPanel.module.css';
import { RangeField } from './RangeField';
import rangeClasses from './RangeField.module.css';
import { WRITE } from './ranges';
import type { PairCounts } from './plan';
import { timePair, useTiming } from './timing';
import { usePairHistograms } from './usePairHistograms';

const t = texts.select;
const LIMITS: RangeName[] = ['distanceKm', 'azimuthDeg'];
/** The selection is to have settled before a pair of it is timed. */
const SETTLED_MS = 800;

const seconds = (value: number) => (value < 1 ? `${fixed(value, 2)} s` : duration(value));

function Counts({ counts, pending }: { counts: PairCounts; pending: boolean }) {
  const lacking = counts.selected - counts.ready;
  const reasons = [
    counts.noObserved > 0 && t.noObserved(counts.noObserved),
    counts.noSynthetic > 0 && t.noSynthetic(counts.noSynthetic),
    counts.noResponse > 0 && t.noResponseOf(counts.noResponse),
    counts.noSource > 0 && t.noSourceOf(counts.noSource),
  ].filter((reason) => reason !== false);
  return (
    <p className={classes.line}>
      <b>{t.willRun(counts.ready)}</b>
      {lacking > 0 && (
        <span className={classes.lacking}>
          <IconAlertTriangle size={13} aria-hidden="true" /> {t.cannot(lacking)} {reasons.join(', ')}
        </span>
      )}
      {counts.outside > 0 && <span className="dim">{t.outside(counts.outside)}</span>}
      {pending && <span className="dim">{t.counting}</span>}
    </p>
  );
}

/** Times a pair where nothing is known from earlier runs. */
function usePairTime(isPast: boolean) {
  const first = usePairPlan((state) => state.counted?.first ?? null);
  const going = useRun((state) => isGoing(state.progress));
  const { running, timing } = useTiming();
  const wanted = !isPast && !going && timing === null && running === null ? first : null;
  useEffect(() => {
    if (wanted === null) return;
    const timer = window.setTimeout(() => void timePair(wanted), SETTLED_MS);
    return () => window.clearTimeout(timer);
  }, [wanted]);
  return { running, timing };
}

function Time({ counts }: { counts: PairCounts }) {
  const settings = useRun((state) => state.settings);
  const state = useRun(({ progress }) => progress?.state);
  const info = useApp(({ info: shell }) => shell);
  // Results come by the hundred while a run goes: what they say is asked when it is over.
  const loading = useLoading((results) => results.loading !== null);
  const past = useMemo(() => (state === 'running' || loading ? null : pastTimes(pairRows.rows)), [state, loading]);
  const { running, timing } = usePairTime(past !== null || loading);
  if (info === null || counts.ready === 0) return null;
  const workers = settings.maxEvents * settings.maxStations;
  const done = settings.fresh ? 0 : counts.done;
  const left = counts.ready - done;
  const each = past?.seconds ?? timing?.seconds ?? null;
  const pair = (key: { event: string; station: string }) => `${key.event} ${key.station}`;
  const basis = past
    ? t.byPast(seconds(past.seconds), past.pairs)
    : timing
      ? timing.seconds === null
        ? t.timingFailed(pair(timing))
        : t.byTiming(seconds(timing.seconds), pair(timing))
      : running && t.timing(pair(running));
  const memory = estimateMemory(left, workers, info);
  return (
    <>
      <p className={classes.line}>
        <span className={classes.name}>{t.timeLeft}</span>
        {left === 0 && <b>{t.allDone}</b>}
        {left > 0 && each !== null && (
          <b>{t.about(seconds(estimateRun(left, each, workers, info)), texts.run.workers(workers))}</b>
        )}
        {left > 0 && basis && <span className="dim">{basis}</span>}
        {left > 0 && done > 0 && <span className="dim">{t.doneBefore(done)}</span>}
      </p>
      <p className={classes.line}>
        <span className={classes.name}>{t.memory}</span>
        <b>{t.upTo(gigabytes(memory), gigabytes(info.memoryBytes))}</b>
        {memory > info.memoryBytes && (
          <span className={classes.lacking}>
            <IconAlertTriangle size={13} aria-hidden="true" /> {t.tooMuch}
          </span>
        )}
      </p>
    </>
  );
}

/** The pairs of the selection: limits of distance and azimuth, how many run and why others cannot, and what it takes. */
export function PairPanel({ project }: { project: ProjectOverview }) {
  const counted = usePairPlan((state) => state.counted);
  const pending = usePairPlan((state) => state.pending);
  const histograms = usePairHistograms(project);
  return (
    <section className={classes.panel} aria-labelledby="pairs-title">
      <div className={classes.head}>
        <h2 id="pairs-title" className={classes.title}>
          {t.pairs}
        </h2>
        {counted && <Counts counts={counted.counts} pending={pending} />}
      </div>
      <div className={rangeClasses.ranges}>
        {LIMITS.map((name) => (
          <RangeField key={name} name={name} histogram={histograms[name] ?? null} write={WRITE[name]} />
        ))}
        <Tooltip label={t.limitsHint} multiline maw={320}>
          <span className={classes.info} tabIndex={0} role="img" aria-label={t.limitsHint}>
            <IconInfoCircle size={15} aria-hidden="true" />
          </span>
        </Tooltip>
      </div>
      <FilterChips kind="pairs" names={LIMITS} />
      {counted && <Time counts={counted.counts} />}
    </section>
  );
}
