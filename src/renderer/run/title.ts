import type { RunProgress } from '@/api';
import { useConnection } from '../app/connection';
import { useApp } from '../app/store';
import { texts } from '../texts';
import { isGoing, useRun } from './store';

/** The title of the window or tab: how far a run is comes first, where a narrow tab still shows it. */
export function titleOf(project: string | null, progress: RunProgress | null): string {
  const name = project === null ? 'Atoa' : `${project} – Atoa`;
  if (progress === null || !isGoing(progress) || progress.total === 0) return name;
  const percent = Math.floor((100 * progress.done) / progress.total);
  const paused = progress.state === 'paused' ? ` ${texts.run.states.paused.toLowerCase()}` : '';
  return `${percent} %${paused} · ${name}`;
}

/** Keeps the title as the project and its run are.
 *  @returns a function that stops */
export function followTitle(): () => void {
  const write = () => {
    const title = titleOf(
      useApp.getState().project?.name ?? null,
      useConnection.getState().connected ? useRun.getState().progress : null,
    );
    if (document.title !== title) document.title = title;
  };
  const stops = [useApp.subscribe(write), useRun.subscribe(write), useConnection.subscribe(write)];
  return () => stops.forEach((stop) => stop());
}
