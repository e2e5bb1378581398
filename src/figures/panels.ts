import { bandPreprocessedTwice, periodBands, type Parameters } from '@/core/config';
import { bandName, isSameBand, type PeriodBand } from '@/core/model';
import type { ComponentResult, PairResult } from '@/core/pair';
import { drawRow, prepareRow, type Row, type RowFrame } from './row';
import { ticks } from './scale';
import { group, label, line, readable, type Shape } from './scene';
import { COLOR, SIZE, textWidth } from './style';

const ROW_GAP = 18;
const HEADING = 34;
const AXIS = { gap: 6, height: 26, named: 52 };
const WAVE = { least: 112, most: 330, ofOne: 260 };

const TWICE = {
  withResponse: 'preprocessed twice, its response removed twice too, as Pyatoa does',
  without: 'preprocessed twice, as Pyatoa does',
};
const BY_BAND = 'adjoint sources by band; their mean is written';

/** One period band: traces and windows of the same filter. */
export interface Panel {
  band: PeriodBand;
  rows: Row[];
}

/** A panel for each period band that was measured; of one that failed what there is of it. */
export function preparePanels(result: PairResult, parameters: Parameters, frame: RowFrame): Panel[] {
  const bands = periodBands(parameters);
  const measured: { band: PeriodBand; components: ComponentResult[] }[] = [...(result.bands ?? [])];
  const next = bands[measured.length];
  const isCutShort = result.error !== null && next !== undefined;
  if (isCutShort || measured.length === 0) measured.push({ band: next ?? bands[0]!, components: result.components });
  return measured
    .filter(({ components }) => components.length > 0)
    .map(({ band, components }) => ({ band, rows: components.map((each) => prepareRow(each, frame)) }));
}

/** Draws the panels below each other, each over its time axis; with a heading where there are several bands.
 *  @param top    upper edge of the first
 *  @param bottom that waveforms may grow to
 *  @returns the shapes, and where they end */
export function drawPanels(
  panels: readonly Panel[],
  frame: RowFrame,
  [top, bottom]: [number, number],
  timeName: string,
): { shapes: Shape[]; bottom: number } {
  const hasHeadings = periodBands(frame.parameters).length > 1;
  const rowCount = panels.reduce((sum, { rows }) => sum + rows.length, 0);
  const around = AXIS.gap + AXIS.height + (hasHeadings ? HEADING : 0);
  const fixed = panels.reduce((sum, { rows }) => sum + around + rowsHeight(rows), 0) - AXIS.gap - AXIS.height;
  const spare = (bottom - top - fixed) / rowCount;
  const waveHeight = Math.min(Math.max(spare, WAVE.least, WAVE.ofOne / rowCount), WAVE.most);
  const shapes: Shape[] = [];
  let y = top;
  panels.forEach(({ band, rows }, place) => {
    if (hasHeadings) {
      shapes.push(drawHeading(band, frame, y));
      y += HEADING;
    }
    for (const row of rows) {
      shapes.push(drawRow(row, frame, y, waveHeight));
      y += row.fixedHeight + waveHeight + ROW_GAP;
    }
    const isLast = place === panels.length - 1;
    y += AXIS.gap - ROW_GAP;
    const remark = hasHeadings ? (isLast ? BY_BAND : null) : bandName(band);
    shapes.push(...drawTimeAxis(frame, y, isLast ? timeName : null, remark));
    y += isLast ? AXIS.named : AXIS.height + ROW_GAP;
  });
  return { shapes, bottom: y };
}

function rowsHeight(rows: readonly Row[]): number {
  return rows.reduce((sum, { fixedHeight }) => sum + fixedHeight + ROW_GAP, -ROW_GAP);
}

function drawHeading(band: PeriodBand, { axis, parameters }: RowFrame, y: number): Shape {
  const twice = bandPreprocessedTwice(parameters);
  const remark = parameters.preprocess.remove_response ? TWICE.withResponse : TWICE.without;
  const right = axis.x + axis.width;
  const [name, size] = [bandName(band), 15];
  return group('band', [
    label(axis.x, y + 17, name, { bold: true, size }),
    ...(twice !== null && isSameBand(band, twice) ? [note(axis.x + textWidth(name, size) + 14, y + 17, remark)] : []),
    line(axis.x, y + 24, right, y + 24, { stroke: COLOR.hairline }),
  ]);
}

function note(x: number, y: number, text: string, anchor: 'start' | 'end' = 'start'): Shape {
  return label(x, y, text, { size: SIZE.small, color: COLOR.muted, anchor });
}

/** @param name   of the axis; ticks alone where null
 *  @param remark at its right end */
function drawTimeAxis({ x, axis }: RowFrame, y: number, name: string | null, remark: string | null): Shape[] {
  const marks = ticks(x.domain, 10).flatMap((t) => [
    line(x(t), y, x(t), y + 5),
    label(x(t), y + 19, readable(t), { size: SIZE.small, color: COLOR.muted, anchor: 'middle' }),
  ]);
  const right = axis.x + axis.width;
  return [
    line(axis.x, y, right, y),
    ...marks,
    ...(name === null ? [] : [label(axis.x + axis.width / 2, y + 38, name, { anchor: 'middle' })]),
    ...(remark === null ? [] : [note(right, y + 38, remark, 'end')]),
  ];
}
