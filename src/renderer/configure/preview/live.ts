import type { PairDetail } from '@/api';
import { parseParameters } from '@/core/config';
import { pairId, type PairKey } from '@/core/model';
import { api } from '../../bridge';
import { useConfigure } from '../store';
import { LatestQueue, type Question } from '../../common/latestQueue';
import { useBand } from '../../pair/band/store';
import { totalsOf } from '../../pair/totals';
import { usePreview } from './store';

/** Columns that are asked for at first, and of a pair that somebody zooms into. */
const COARSE = 1600;
const FINE = 8000;
/** Changes that come faster than this are one. Short, since while one question is answered no other is asked anyway. */
const PAUSE_MS = 8;

interface PreviewQuestion extends Question {
  pair: PairKey;
  yaml: string;
  width: number;
  band: number;
  /** By the parameters that are saved, to compare with. */
  before: boolean;
}

/** Texts by what they mean: a comment changes nothing. */
let current = { text: '', meaning: '' };
let saved = { text: '', meaning: '' };

function meaningOf(known: typeof current, text: string): typeof current {
  if (known.meaning !== '' && known.text === text) return known;
  try {
    return { text, meaning: JSON.stringify(parseParameters(text, '')) };
  } catch {
    return known;
  }
}

const keyOf = (width: number, band: number, meaning: string) => `${width} ${band} ${meaning}`;
const isOf = (key: string | undefined, meaning: string) => key?.endsWith(meaning) === true;

/** Answers first what is drawn, then the other pins, then what they were before. */
function wanted(): PreviewQuestion | null {
  const { pins, chosen, answers, before, zoomed } = usePreview.getState();
  if (current.meaning === '') return null;
  const sorted = [...pins].sort((a, b) => Number(pairId(b) === chosen) - Number(pairId(a) === chosen));
  for (const pair of sorted) {
    const id = pairId(pair);
    const width = id === zoomed ? FINE : COARSE;
    // Of the others only numbers are shown, which are of all bands.
    const band = id === chosen ? useBand.getState().band : 0;
    const key = keyOf(width, band, current.meaning);
    const known = answers[id]?.key;
    if (known !== key && !(id !== chosen && isOf(known, current.meaning)))
      return { key, pair, width, band, yaml: current.text, before: false };
  }
  const unknown = sorted.find((pair) => before[pairId(pair)]?.key !== saved.meaning);
  return unknown && saved.meaning !== ''
    ? { key: saved.meaning, pair: unknown, width: COARSE, band: 0, yaml: saved.text, before: true }
    : null;
}

function answered(
  { key, pair, width, before }: PreviewQuestion,
  answer: { value: PairDetail } | { error: unknown },
  milliseconds: number,
): void {
  const id = pairId(pair);
  usePreview.setState((state) => {
    if (!state.pins.some((other) => pairId(other) === id)) return {};
    const detail = 'value' in answer ? answer.value : null;
    const summary = { key, ...(detail ? totalsOf(detail) : { windows: 0, misfit: null }) };
    if (before) return { before: { ...state.before, [id]: summary } };
    // What is not by the parameters of now is no answer any more.
    if (!isOf(key, current.meaning)) return {};
    const isSaved = current.meaning === saved.meaning;
    return {
      answers: { ...state.answers, [id]: { key, detail, error: 'error' in answer ? answer.error : null } },
      ...(isSaved ? { before: { ...state.before, [id]: { ...summary, key: saved.meaning } } } : {}),
      ...(width === COARSE && id === state.chosen ? { milliseconds } : {}),
    };
  });
}

/** True while what is drawn of a pair is by earlier parameters. */
export function isStale(key: string | undefined): boolean {
  return !isOf(key, current.meaning);
}

/** Keeps the pinned pairs in step with the parameters, until it is told to stop. */
export function startPreview(): () => void {
  const queue = new LatestQueue<PreviewQuestion, PairDetail>({
    wanted,
    answered,
    ask: ({ pair: { event, station }, yaml, width, band }) => api.previewPair({ event, station, yaml, width, band }),
    delay: (action) => window.setTimeout(action, PAUSE_MS),
    now: () => performance.now(),
  });
  const look = () => {
    const { draft, saved: text } = useConfigure.getState();
    saved = meaningOf(saved, text);
    if (draft.parameters !== null) current = meaningOf(current, draft.text);
    queue.wake();
  };
  look();
  const removals = [
    useConfigure.subscribe(look),
    useBand.subscribe(() => queue.wake()),
    usePreview.subscribe((state, last) => {
      const { pins, chosen, zoomed } = state;
      if (pins !== last.pins || chosen !== last.chosen || zoomed !== last.zoomed) queue.wake();
    }),
  ];
  return () => removals.forEach((remove) => remove());
}
