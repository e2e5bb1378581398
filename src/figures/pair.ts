import { periodBands, type Parameters } from '@/core/config';
import { bandNames, type PairKey, type SeismicEvent, type Station } from '@/core/model';
import type { PairResult } from '@/core/pair';
import { drawFacts, factsHeight, pairFacts } from './facts';
import { drawMap } from './map';
import { drawPanels, preparePanels } from './panels';
import type { RowFrame } from './row';
import { linear } from './scale';
import { label, line, rect, type Box, type Drawing, type Shape } from './scene';
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
const MAP_LABELS = 34;

/** Draws a pair: a row per component with observed and synthetic, windows, STA/LTA and adjoint source, in a panel for each
 *  period band, beside a map and the facts. 1400 wide. */
export function drawPair(input: FigureInput): Drawing {
  const { result } = input;
  const axis: Box = { x: LEFT, y: 0, width: WIDTH - LEFT - SIDE - SIDE_GAP - MARGIN, height: 0 };
  const side = drawSide(input, { x: WIDTH - MARGIN - SIDE, y: TOP, width: SIDE, height: 0 });
  const x = linear(input.span ?? timeSpan(result), [axis.x, axis.x + axis.width]);
  const frame: RowFrame = { x, axis, timeOffset: result.timeOffset, parameters: input.parameters };
  const panels = preparePanels(result, input.parameters, frame);
  const timeName = `Time after the ${result.origin === null ? 'first sample' : 'origin'} (s)`;
  const isEmpty = panels.length === 0;
  const body = isEmpty
    ? { shapes: drawFailure(result, axis), bottom: 0 }
    : drawPanels(panels, frame, [TOP - 8, side.bottom - 8], timeName);
  const height = Math.max(body.bottom, side.bottom + MARGIN);
  const paper = rect({ x: 0, y: 0, width: WIDTH, height }, { fill: '#ffffff' });
  const { event, station } = input.key;
  const title = `${event} ${station}, ${bandNames(periodBands(input.parameters))}`;
  return { width: WIDTH, height, title, shapes: [paper, ...drawTitle(input), ...body.shapes, ...side.shapes] };
}

/** From the first to the last sample of any trace, in s after the origin. */
function timeSpan({ components, timeOffset }: PairResult): [number, number] {
  const lengths = components
    .flatMap(({ observed, synthetic }) => [observed, synthetic])
    .map((t) => t.data.length * t.delta);
  return [timeOffset, timeOffset + Math.max(...lengths, 1)];
}

function drawTitle({ key, result, parameters }: FigureInput): Shape[] {
  const bands = periodBands(parameters);
  // Of many bands each panel has its own heading.
  const inBands = bands.length <= 2 ? bandNames(bands) : `${bands.length} period bands`;
  const words = [key.event, key.station, inBands].join('  \u00b7  ');
  const title = label(LEFT, 34, words, { size: SIZE.title, bold: true });
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
