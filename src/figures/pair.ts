import type { Parameters } from '@/core/config';
import type { PairKey, SeismicEvent, Station } from '@/core/model';
import type { PairResult } from '@/core/pair';
import { drawFacts, factsHeight, pairFacts } from './facts';
import { drawMap } from './map';
import { drawRow, prepareRow, type RowFrame } from './row';
import { linear, ticks } from './scale';
import { label, line, readable, rect, type Box, type Drawing, type Shape } from './scene';
import { COLOR, SIZE, textWidth } from './style';

/** What a figure of a pair is drawn from. */
export interface FigureInput {
  key: PairKey;
  parameters: Parameters;
  event: SeismicEvent | null;
  station: Station | null;
  result: PairResult;
  /** s after the origin that are drawn; all of the traces where left out. */
  span?: [start: number, end: number] | null;
}

const WIDTH = 1400;
const MARGIN = 28;
const TOP = 64;
const LEFT = 84;
const SIDE = 330;
const SIDE_GAP = 84;
const ROW_GAP = 18;
const BOTTOM = 52;
const WAVE = { least: 112, most: 330, ofOne: 260 };
const MAP_LABELS = 34;

/** Draws a pair: a row per component with observed and synthetic, windows, STA/LTA and adjoint source, beside a map and
 *  the facts. 1400 wide. */
export function drawPair(input: FigureInput): Drawing {
  const { result } = input;
  const axis: Box = { x: LEFT, y: 0, width: WIDTH - LEFT - SIDE - SIDE_GAP - MARGIN, height: 0 };
  const side = drawSide(input, { x: WIDTH - MARGIN - SIDE, y: TOP, width: SIDE, height: 0 });
  const x = linear(input.span ?? timeSpan(result), [axis.x, axis.x + axis.width]);
  const frame: RowFrame = { x, axis, timeOffset: result.timeOffset, parameters: input.parameters };
  const rows = result.components.map((component) => prepareRow(component, frame));
  const fixed = rows.reduce((sum, row) => sum + row.fixedHeight + ROW_GAP, 0) - ROW_GAP;
  const spare = (side.bottom - TOP - fixed) / Math.max(rows.length, 1);
  const least = Math.max(WAVE.least, WAVE.ofOne / Math.max(rows.length, 1));
  const waveHeight = Math.min(Math.max(spare, least), WAVE.most);

  let y = TOP - 8;
  const drawn = rows.map((row) => {
    const top = y;
    y += row.fixedHeight + waveHeight + ROW_GAP;
    return drawRow(row, frame, top, waveHeight);
  });
  const axisTop = y - ROW_GAP + 6;
  const height = Math.max(rows.length === 0 ? 0 : axisTop + BOTTOM, side.bottom + MARGIN);
  const body =
    rows.length === 0 ? drawFailure(result, axis) : [...drawn, ...drawTimeAxis(frame, axisTop, result.origin !== null)];
  const paper = rect({ x: 0, y: 0, width: WIDTH, height }, { fill: '#ffffff' });
  const title = `${input.key.event} ${input.key.station}`;
  return { width: WIDTH, height, title, shapes: [paper, ...drawTitle(input), ...body, ...side.shapes] };
}

/** From the first to the last sample of any trace, in s after the origin. */
function timeSpan({ components, timeOffset }: PairResult): [number, number] {
  const lengths = components
    .flatMap(({ observed, synthetic }) => [observed, synthetic])
    .map((t) => t.data.length * t.delta);
  return [timeOffset, timeOffset + Math.max(...lengths, 1)];
}

function drawTitle({ key, result }: FigureInput): Shape[] {
  const title = label(LEFT, 34, `${key.event}  \u00b7  ${key.station}`, { size: SIZE.title, bold: true });
  const [end, y] = [WIDTH - SIDE - SIDE_GAP - MARGIN, 34];
  const legend = (right: number, name: string, color: string) => [
    line(right - 94, y - 5, right - 68, y - 5, { stroke: color, strokeWidth: 2 }),
    label(right - 62, y, name, { color: COLOR.muted }),
  ];
  if (result.components.length === 0) return [title];
  return [
    title,
    ...drawFailureLine(result, end + 8 - LEFT),
    ...legend(end - 94, 'observed', COLOR.observed),
    ...legend(end + 8, 'synthetic', COLOR.synthetic),
  ];
}

/** Why there are traces and no measurement: without it the figure would pass for a pair that has no windows.
 *  @param width that there is below the title */
function drawFailureLine({ error }: PairResult, width: number): Shape[] {
  if (error === null) return [];
  const text = `Failed in ${error.stage}: ${error.message}`;
  const most = Math.floor(width / textWidth('x', SIZE.small));
  const shown = text.length > most ? `${text.slice(0, most - 1).trimEnd()}\u2026` : text;
  return [label(LEFT, 53, shown, { size: SIZE.small, color: COLOR.failed })];
}

function drawTimeAxis({ x, axis, parameters }: RowFrame, y: number, hasOrigin: boolean): Shape[] {
  const marks = ticks(x.domain, 10).flatMap((t) => [
    line(x(t), y, x(t), y + 5),
    label(x(t), y + 19, readable(t), { size: SIZE.small, color: COLOR.muted, anchor: 'middle' }),
  ]);
  const name = `Time after the ${hasOrigin ? 'origin' : 'first sample'} (s)`;
  const band = `${readable(parameters.min_period)}\u2013${readable(parameters.max_period)} s`;
  return [
    line(axis.x, y, axis.x + axis.width, y),
    ...marks,
    label(axis.x + axis.width / 2, y + 38, name, { anchor: 'middle' }),
    label(axis.x + axis.width, y + 38, band, { size: SIZE.small, color: COLOR.muted, anchor: 'end' }),
  ];
}

function drawFailure({ error }: PairResult, axis: Box): Shape[] {
  const message = error?.message ?? 'Nothing was measured.';
  const lines = [message, error?.advice ?? ''].flatMap((text) => text.match(/.{1,110}(?:\s|$)/g) ?? []);
  return lines.map((text, i) => label(axis.x, TOP + 24 + i * 20, text.trim()));
}

/** Map and facts, from `box.y` down. */
function drawSide(
  { key, parameters, event, station, result }: FigureInput,
  box: Box,
): { shapes: Shape[]; bottom: number } {
  const facts = pairFacts(key, parameters, event, station, result);
  const map = event && station && result.geometry ? { ...box, y: TOP - 34, height: SIDE } : null;
  const top = map ? map.y + map.height + MAP_LABELS : TOP - 34;
  const drawnMap = map ? [drawMap(event!, station!, result.geometry!.distanceDeg, map)] : [];
  return { shapes: [...drawnMap, ...drawFacts(facts, { ...box, y: top })], bottom: top + factsHeight(facts) };
}
