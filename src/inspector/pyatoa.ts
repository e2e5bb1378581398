import { evaluationPath, type Parameters } from '@/core/config';
import type { PairOutcome } from '@/core/model';
import { windowTime } from './atoa';
import type { WindowRow } from './rows';
import { defineColumns, type ColumnOf } from './table';

type Evaluation = Pick<Parameters, 'iteration' | 'step_count'>;

/** The table of windows that Pyatoa's Inspector makes of a dataset, under its column names: `misfit` is that of the
 *  component, relative times count from the first sample. */
export function inspectorWindowColumns(evaluation: Evaluation): ColumnOf<WindowRow>[] {
  const [iteration, step] = stepOf(evaluation);
  const code = (row: WindowRow, part: number) => row.measured.trace.channel.split('.')[part] ?? '';
  const time = ({ measured }: WindowRow, samples: number) => samples * measured.trace.delta;
  return defineColumns<WindowRow>([
    ['event', 'text', null, ({ outcome }) => outcome.event],
    ['iteration', 'text', null, () => iteration],
    ['step', 'text', null, () => step],
    ['network', 'text', null, (row) => code(row, 0)],
    ['station', 'text', null, (row) => code(row, 1)],
    ['location', 'text', null, (row) => code(row, 2)],
    ['channel', 'text', null, (row) => code(row, 3)],
    ['component', 'text', null, ({ component }) => component],
    ['misfit', 'number', null, ({ measured }) => measured.misfit],
    ['length_s', 'number', 's', (row) => time(row, row.window.right - row.window.left)],
    ['dlnA', 'number', null, ({ window }) => window.dlnA],
    ['window_weight', 'number', null, ({ window }) => window.weight],
    ['max_cc_value', 'number', null, ({ window }) => window.cc],
    ['relative_endtime', 'number', 's', (row) => time(row, row.window.right)],
    ['relative_starttime', 'number', 's', (row) => time(row, row.window.left)],
    ['cc_shift_in_seconds', 'number', 's', ({ window }) => window.dt],
    ['absolute_starttime', 'time', 'UTC', (row) => windowTime(row, row.window.left)],
    ['absolute_endtime', 'time', 'UTC', (row) => windowTime(row, row.window.right)],
  ]);
}

/** The misfits of measured pairs as Inspector.misfit(level="station") has them: the sum over components, and the same per
 *  window; with the distance and backazimuth of its table of sources and receivers. */
export function inspectorPairColumns(evaluation: Evaluation): ColumnOf<PairOutcome>[] {
  const [iteration, step] = stepOf(evaluation);
  return defineColumns<PairOutcome>([
    ['event', 'text', null, ({ event }) => event],
    ['iteration', 'text', null, () => iteration],
    ['step', 'text', null, () => step],
    ['network', 'text', null, ({ station }) => station.split('.')[0] ?? ''],
    ['station', 'text', null, ({ station }) => station.split('.')[1] ?? ''],
    ['unscaled_misfit', 'number', null, ({ misfit }) => misfit],
    ['nwin', 'integer', null, ({ nwin }) => nwin],
    ['misfit', 'number', null, ({ misfit, nwin }) => (misfit !== null && nwin > 0 ? misfit / nwin : misfit)],
    ['distance_km', 'number', 'km', ({ distanceKm }) => distanceKm],
    ['backazimuth', 'number', 'deg', ({ backazimuthDeg }) => backazimuthDeg],
  ]);
}

/** Iteration and step as datasets name them: i01 and s00, or default and nothing. */
function stepOf(evaluation: Evaluation): [string, string] {
  const [iteration = '', step = ''] = evaluationPath(evaluation).split('/');
  return [iteration, step];
}
