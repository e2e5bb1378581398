import type { SectionTrace } from '@/core/model';
import { AT_FIRST, type Spacing } from './settings';

/** A trace and its height: km, degrees, or its number. */
export interface PlacedTrace {
  trace: SectionTrace;
  at: number;
  /** s that all its times are moved by. */
  shift: number;
}

/** What is in sight: s after the origin, and heights. */
export interface SectionView {
  from: number;
  to: number;
  low: number;
  high: number;
}

/** What times at a distance are moved by, s. Reduced time is time less distance by a velocity.
 *  @param velocity km/s; null for times as they are */
export function shiftAt(distanceKm: number, velocity: number | null): number {
  return velocity === null ? 0 : -distanceKm / velocity;
}

/** Traces from below to above. Those without the measure stay out, and with reduced times those without a distance; evenly spaced
 *  ones without a distance come last.
 *  @param velocity km/s by which times are reduced; null for times as they are */
export function placeTraces(
  traces: readonly SectionTrace[],
  spacing: Spacing,
  velocity: number | null = null,
): PlacedTrace[] {
  const measure = ({ distanceKm, azimuthDeg }: SectionTrace) => (spacing === 'azimuth' ? azimuthDeg : distanceKm);
  const placed = traces
    .flatMap((trace): PlacedTrace[] => {
      const at = measure(trace) ?? (spacing === 'even' ? Infinity : null);
      if (at === null || (velocity !== null && trace.distanceKm === null)) return [];
      return [{ trace, at, shift: shiftAt(trace.distanceKm ?? 0, velocity) }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return spacing === 'even' ? placed.map((each, at) => ({ ...each, at })) : placed;
}

/** The view of all traces, from the first sample of any to the end of the longest. */
export function wholeView(placed: readonly PlacedTrace[]): SectionView {
  if (placed.length === 0) return { from: 0, to: 1, low: 0, high: 1 };
  const starts = placed.map(({ trace, shift }) => trace.timeOffset + shift);
  const ends = placed.map(({ trace: { synthetic } }, i) => {
    return starts[i]! + synthetic.start + synthetic.step * synthetic.min.length;
  });
  const [low, high] = [placed[0]!.at, placed.at(-1)!.at];
  // Traces swing about their heights: what is highest of the outer ones is in sight too.
  const room = Math.max(0.06 * (high - low), 1.05 * AT_FIRST.amplitude * spacingOf(placed));
  return { from: Math.min(...starts), to: Math.max(...ends), low: low - room, high: high + room };
}

/** Magnifies about a point, given as shares of the width and the height from below. */
export function zoomView(
  view: SectionView,
  factors: { time: number; height: number },
  x: number,
  y: number,
): SectionView {
  const time = view.from + x * (view.to - view.from);
  const height = view.low + y * (view.high - view.low);
  return {
    from: time - (time - view.from) / factors.time,
    to: time + (view.to - time) / factors.time,
    low: height - (height - view.low) / factors.height,
    high: height + (view.high - height) / factors.height,
  };
}

/** Moves by shares of the width and the height. */
export function panView({ from, to, low, high }: SectionView, x: number, y: number): SectionView {
  const [time, height] = [x * (to - from), y * (high - low)];
  return { from: from + time, to: to + time, low: low + height, high: high + height };
}

/** The usual distance of traces in heights: of neighbours, half are closer. At least a part of the whole, so that stations
 *  next to each other do not flatten everybody's traces. */
export function spacingOf(placed: readonly PlacedTrace[]): number {
  const gaps = placed.slice(1).map(({ at }, i) => at - placed[i].at);
  if (gaps.length === 0) return 1;
  gaps.sort((a, b) => a - b);
  const whole = placed[placed.length - 1].at - placed[0].at;
  return Math.max(gaps[gaps.length >> 1], whole / (2 * placed.length)) || 1;
}
