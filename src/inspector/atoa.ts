import {
  addSeconds,
  formatTime,
  parseTime,
  type MeasuredTrace,
  type Nanoseconds,
  type PairOutcome,
  type PeriodBand,
} from '@/core/model';
import type { StationPairRow, WindowRow } from './rows';
import { defineColumns, type ColumnOf } from './table';

/** Columns of the table of pairs. They say nothing of the clock, so that equal runs give equal tables.
 *  @param components those measured, in the order of their columns
 *  @param isMarked   whether pairs may have decisions by hand, which a last column tells */
export function pairColumns(components: string[], isMarked: boolean): ColumnOf<PairOutcome>[] {
  return [
    ...defineColumns<PairOutcome>([
      ['event', 'text', null, ({ event }) => event],
      ['station', 'text', null, ({ station }) => station],
      ['status', 'text', null, ({ status }) => status],
      ['misfit', 'number', null, ({ misfit }) => misfit],
      ['windows', 'integer', null, ({ nwin }) => nwin],
      ...components.flatMap((name): Parameters<typeof defineColumns<PairOutcome>>[0] => [
        [`misfit_${name}`, 'number', null, (outcome) => outcome.components[name]?.misfit ?? null],
        [`windows_${name}`, 'integer', null, (outcome) => outcome.components[name]?.nwin ?? 0],
      ]),
      ['distance_km', 'number', 'km', ({ distanceKm }) => distanceKm],
      ['azimuth_deg', 'number', 'deg', ({ azimuthDeg }) => azimuthDeg],
      ['error', 'text', null, ({ error }) => error?.code ?? null],
    ]),
    ...defineColumns<PairOutcome>([['hand', 'text', null, ({ hand }) => hand?.verdict ?? null]], !isMarked),
    ...defineColumns<PairOutcome>(
      [
        ['backazimuth_deg', 'number', 'deg', ({ backazimuthDeg }) => backazimuthDeg],
        ['stage', 'text', null, ({ error }) => error?.stage ?? null],
        ['message', 'text', null, ({ error }) => error?.message ?? null],
        ['advice', 'text', null, ({ error }) => error?.advice ?? null],
        ['warnings', 'integer', null, ({ warnings }) => warnings.length],
        ['hand_by', 'text', null, ({ hand }) => hand?.by ?? null],
        ['hand_at', 'time', 'UTC', ({ hand }) => hand?.at ?? null],
        ['hand_note', 'text', null, ({ hand }) => hand?.note ?? null],
      ],
      true,
    ),
  ];
}

/** Columns of the table of windows. Bounds in samples, both included; `dt` is positive where observed is late.
 *  @param isMarked whether pairs may have decisions by hand: two last columns tell them, and which windows were set by hand
 *                  (1) or selected (0)
 *  @param bands    measured in; of several a last column tells a window's, as 10-30 */
export function windowColumns(isMarked: boolean, bands: readonly PeriodBand[]): ColumnOf<WindowRow>[] {
  const band: Parameters<typeof defineColumns<WindowRow>>[0] = [
    ['band', 'text', 's', ({ window }) => bandText(bands[window.band ?? -1])],
  ];
  return [
    ...defineColumns<WindowRow>([
      ['event', 'text', null, ({ outcome }) => outcome.event],
      ['station', 'text', null, ({ outcome }) => outcome.station],
      ['component', 'text', null, ({ component }) => component],
      ['window', 'integer', null, ({ index }) => index],
      ['left', 'integer', 'sample', ({ window }) => window.left],
      ['right', 'integer', 'sample', ({ window }) => window.right],
      ['cc', 'number', null, ({ window }) => window.cc],
      ['dt', 'number', 's', ({ window }) => window.dt],
      ['dlnA', 'number', null, ({ window }) => window.dlnA],
    ]),
    ...defineColumns<WindowRow>(
      [
        ['hand', 'text', null, ({ outcome }) => outcome.hand?.verdict ?? null],
        ['set_by_hand', 'integer', null, ({ measured, window }) => ((measured.byHand ?? window.byHand) ? 1 : 0)],
      ],
      !isMarked,
    ),
    ...defineColumns<WindowRow>(bands.length > 1 ? band : []),
    ...defineColumns<WindowRow>(
      [
        ['channel', 'text', null, ({ measured }) => measured.trace.channel],
        ['starttime', 'time', 'UTC', (row) => windowTime(row, row.window.left)],
        ['endtime', 'time', 'UTC', (row) => windowTime(row, row.window.right)],
        ['length_s', 'number', 's', ({ window, measured }) => (window.right - window.left) * measured.trace.delta],
        ['weight', 'number', null, ({ window }) => window.weight],
        ['misfit', 'number', null, ({ measured }) => measured.misfit],
        ['distance_km', 'number', 'km', ({ outcome }) => outcome.distanceKm],
        ['azimuth_deg', 'number', 'deg', ({ outcome }) => outcome.azimuthDeg],
        ['backazimuth_deg', 'number', 'deg', ({ outcome }) => outcome.backazimuthDeg],
      ],
      true,
    ),
  ];
}

/** As other programs read it too; null where an earlier version of this one did not tell windows of bands apart. */
function bandText(band: PeriodBand | undefined): string | null {
  return band === undefined ? null : `${band.minPeriod}-${band.maxPeriod}`;
}

/** Columns of the table of station pairs, of double differences. */
export const STATION_PAIR_COLUMNS: ColumnOf<StationPairRow>[] = defineColumns<StationPairRow>([
  ['event', 'text', null, ({ outcome }) => outcome.event],
  ['station_a', 'text', null, ({ outcome }) => outcome.station],
  ['station_b', 'text', null, ({ partner }) => partner.station],
  ['component', 'text', null, ({ partner }) => partner.component],
  ['distance_km', 'number', 'km', ({ partner }) => partner.distanceKm],
  ['similarity', 'number', null, ({ partner }) => partner.similarity],
  ['windows', 'integer', null, ({ partner }) => partner.windows],
  ['misfit', 'number', null, ({ partner }) => partner.misfit],
]);

/** Reading a time takes longer than all the rest of a row, and a trace has many windows. */
const starts = new WeakMap<MeasuredTrace, Nanoseconds>();

function startOf(trace: MeasuredTrace): Nanoseconds {
  let start = starts.get(trace);
  if (start === undefined) starts.set(trace, (start = parseTime(trace.starttime)));
  return start;
}

/** Time of a sample of the trace that a window is on. */
export function windowTime({ measured: { trace } }: WindowRow, sample: number): string {
  return formatTime(addSeconds(startOf(trace), sample * trace.delta));
}
