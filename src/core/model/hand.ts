import { bandName, isSameBand, type PeriodBand } from './band';
import type { PairKey } from './pairKey';

/** What somebody says of a pair's windows: made anew, taken as selected, left out of the inversion; or that an earlier
 *  decision holds no more. */
export const VERDICTS = ['edited', 'accepted', 'rejected', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A window set by hand, in s after the origin on the synthetic's time axis: it means the same whatever the traces'
 *  start and sampling interval. */
export interface HandWindow {
  left: number;
  right: number;
}

/** Windows by component (`Z`), in every period band, or by component in one of several (`Z@10-30`), which takes precedence.
 *  What is not named is left to selection; an empty list says that there are none. */
export type HandWindows = Record<string, HandWindow[]>;

/** What windows of a component are listed under.
 *  @param band null for every one */
export function handKey(component: string, band: PeriodBand | null): string {
  return band === null ? component : `${component}@${band.minPeriod}-${band.maxPeriod}`;
}

/** What such a key looks like. */
export const HAND_KEY = /^([A-Z0-9])(?:@(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?))?$/;

/** Component and band of a key; null for what is none. */
export function readHandKey(key: string): { component: string; band: PeriodBand | null } | null {
  const [, component, min, max] = HAND_KEY.exec(key) ?? [];
  if (component === undefined) return null;
  return { component, band: min === undefined ? null : { minPeriod: Number(min), maxPeriod: Number(max) } };
}

/** Component and band of a key as they are told: Z, 10–30 s. */
export function handKeyName(key: string): string {
  const { component = key, band = null } = readHandKey(key) ?? {};
  return band === null ? component : `${component}, ${bandName(band)}`;
}

/** The windows that are listed for a component in a band; null where none are. */
export function windowsListed(windows: HandWindows, component: string, band: PeriodBand): HandWindow[] | null {
  return windows[handKey(component, band)] ?? windows[component] ?? null;
}

/** The first key that is of none of these components and bands; null where all are. */
export function unknownHandKey(
  windows: HandWindows,
  components: readonly string[],
  bands: readonly PeriodBand[],
): string | null {
  const isKnown = (key: string) => {
    const parts = readHandKey(key);
    if (parts === null || !components.includes(parts.component)) return false;
    return parts.band === null || bands.some((band) => isSameBand(band, parts.band!));
  };
  return Object.keys(windows).find((key) => !isKnown(key)) ?? null;
}

/** A decision by hand in short, as it marks a result. */
export interface HandMark {
  verdict: Verdict;
  /** User name. */
  by: string;
  /** ISO 8601 */
  at: string;
  /** Why. */
  note: string;
}

/** A decision on the windows of a pair. It holds in the evaluation it was made in and in later ones, until another one
 *  is made or it is withdrawn; it takes precedence over selection and over fixed windows. */
export interface HandDecision extends PairKey, HandMark {
  /** `i01/s00` */
  evaluation: string;
  /** Empty unless the verdict is `edited`. */
  windows: HandWindows;
}

export function handMark({ verdict, by, at, note }: HandMark): HandMark {
  return { verdict, by, at, note };
}
