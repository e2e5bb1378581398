import { Alert, EmptyState } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { ProjectOverview } from '@/api';
import { bandPreprocessedTwice } from '@/core/config';
import { ApiError } from '../../bridge';
import { BandChoice } from '../../pair/band/BandChoice';
import { FailureAlert } from '../../pair/FailureAlert';
import { Waveforms } from '../../pair/Waveforms';
import { usePair } from '../../pair/store';
import { useSelection } from '../../select/store';
import { texts } from '../../texts';
import { useConfigure } from '../store';
import { findPairs, readyPairs } from './candidates';
import { Funnel } from './Funnel';
import { isStale, startPreview } from './live';
import { PinBox } from './PinBox';
import { PinnedPairs } from './PinnedPairs';
import classes from './PreviewPane.module.css';
import { pin, usePreview } from './store';

const t = texts.configure;

/** Something to look at from the start: the pair that is open in the run's table, or the first that can be run. */
function usePinAtFirst(project: ProjectOverview): void {
  useEffect(() => {
    if (usePreview.getState().pins.length > 0) return;
    const { open } = usePair.getState();
    const { events, stations } = useSelection.getState();
    pin(open ? [open] : findPairs(readyPairs(project, events, stations), '', 1));
  }, [project]);
}

/** The chosen pair by the parameters of now. While newer ones are computed the last ones stay in sight. */
function Chosen() {
  const chosen = usePreview((state) => state.chosen);
  const answer = usePreview((state) => (chosen === null ? undefined : state.answers[chosen]));
  // Drawn again with every change of the text: what is drawn is then of earlier parameters.
  const draft = useConfigure((state) => state.draft);
  const wrong = draft.parameters === null;
  if (chosen === null) {
    return (
      <EmptyState
        className={classes.empty}
        size="sm"
        icon={<IconPin size={32} stroke={1.4} />}
        title={t.noPins}
        description={t.noPinsHint}
      />
    );
  }
  if (!answer) return <p className={classes.nothing}>{wrong ? t.previewNone : texts.pair.loading}</p>;
  const { detail, error } = answer;
  return (
    <div className={classes.body} aria-busy={isStale(answer.key)}>
      {wrong && <p className={classes.wrong}>{t.previewWrong}</p>}
      {error !== null && (
        <Alert color="red" m="md" title={error instanceof Error ? error.message : String(error)}>
          {error instanceof ApiError ? error.advice : null}
        </Alert>
      )}
      {detail?.error && <FailureAlert failure={detail.error} />}
      {detail && detail.components.length > 0 && (
        <>
          <div className={classes.bands}>
            <BandChoice detail={detail} />
          </div>
          <Waveforms
            detail={detail}
            layersName="preview"
            twice={draft.parameters && bandPreprocessedTwice(draft.parameters)}
            onZoom={() => usePreview.setState({ zoomed: chosen })}
          />
          <Funnel detail={detail} />
        </>
      )}
    </div>
  );
}

/** Pinned pairs that follow every change of a parameter. */
export function PreviewPane({ project }: { project: ProjectOverview }) {
  usePinAtFirst(project);
  useEffect(startPreview, []);
  const milliseconds = usePreview((state) => state.milliseconds);
  return (
    <section className={classes.pane} aria-label={t.preview}>
      <header className={classes.header}>
        <h2 className={classes.title}>{t.preview}</h2>
        <span className={classes.took} title={t.tookHint}>
          {milliseconds !== null && t.took(milliseconds)}
        </span>
        <PinBox project={project} />
      </header>
      <PinnedPairs />
      <Chosen />
    </section>
  );
}
