import { amplitudesOf, type Parameters } from '@/core/config';
import type { Window } from '@/core/model';
import type { ComponentResult } from '@/core/pair';
import { amplitudeUnit, roundBelow, ticks, type Scale } from './scale';
import { COLOR, SIZE } from './style';
import { group, label, line, path, readable, rect, type Box, type Paint, type Shape } from './scene';
import { tracePath } from './trace';
import { drawLabels, drawWindows, placeLabels, windowsInSight, type WindowLabels } from './windows';

const HEAD = 26;
const GAP = 7;
const STALTA = 40;
const ADJOINT = 46;

/** One component, prepared for its place. */
export interface Row {
  component: ComponentResult;
  /** Those that the axis shows a part of. */
  windows: Window[];
  labels: WindowLabels;
  /** Height of all but the waveforms' own axis. */
  fixedHeight: number;
}

/** What the rows have in common. */
export interface RowFrame {
  x: Scale;
  axis: Box;
  timeOffset: number;
  parameters: Parameters;
}

export function prepareRow(component: ComponentResult, frame: RowFrame): Row {
  const windows = windowsInSight(component.windows, frame.timeOffset, frame.x);
  const labels = placeLabels(windows, frame.timeOffset, frame.x, frame.axis);
  const panels = (component.stalta ? GAP + STALTA : 0) + (component.adjoint ? GAP + ADJOINT : 0);
  return { component, windows, labels, fixedHeight: HEAD + labels.height + panels };
}

/** Draws a component: head, window labels, waveforms, STA/LTA, adjoint source.
 *  @param top upper edge of the row
 *  @param waveHeight height of the waveforms' axis */
export function drawRow({ component, windows, labels }: Row, frame: RowFrame, top: number, waveHeight: number): Shape {
  const { axis, x, timeOffset, parameters } = frame;
  const labelTop = top + HEAD;
  const wave: Box = { ...axis, y: labelTop + labels.height, height: waveHeight };
  let bottom = wave.y + wave.height;
  const panels: Shape[] = [];
  if (component.stalta) {
    const box = { ...axis, y: bottom + GAP, height: STALTA };
    panels.push(...drawStalta(component.stalta, component.synthetic.delta, frame, box));
    bottom = box.y + box.height;
  }
  if (component.adjoint) {
    const box = { ...axis, y: bottom + GAP, height: ADJOINT };
    panels.push(...drawAdjoint(component.adjoint.data, component.adjoint.delta, frame, box));
    bottom = box.y + box.height;
  }
  return group('component', [
    ...head(component, axis, top),
    ...grid(x, wave.y, bottom),
    ...drawWindows(windows, timeOffset, x, wave.y, bottom),
    ...drawWaveforms(component, parameters, frame, wave),
    ...panels,
    ...drawLabels(labels, labelTop, wave.y),
  ]);
}

function head(result: ComponentResult, axis: Box, top: number): Shape[] {
  const { component, observed, synthetic, windows, adjoint, unprocessed } = result;
  const names = `${[observed.location, observed.channel].filter(Boolean).join('.')}  /  ${synthetic.channel}`;
  const channels = unprocessed ? `${names}  \u00b7  not preprocessed` : names;
  const count = windows.length === 1 ? '1 window' : `${windows.length} windows`;
  const misfit = adjoint ? `misfit ${readable(adjoint.misfit, 4)}  \u00b7  ${count}` : count;
  return [
    label(axis.x, top + 16, component, { bold: true, size: 15 }),
    label(axis.x + 20, top + 16, channels, { color: COLOR.muted, size: SIZE.small }),
    label(axis.x + axis.width, top + 16, misfit, { color: COLOR.muted, size: SIZE.small, anchor: 'end' }),
  ];
}

function grid(x: Scale, top: number, bottom: number): Shape[] {
  return ticks(x.domain, 10).map((t) => line(x(t), top, x(t), bottom, { stroke: COLOR.grid }));
}

function drawWaveforms(c: ComponentResult, parameters: Parameters, frame: RowFrame, box: Box): Shape[] {
  const largest = Math.max(absoluteMaximum(c.observed.data), absoluteMaximum(c.synthetic.data));
  const { factor, unit } = amplitudeUnit(largest, groundMotionUnit(c, parameters));
  const zero = box.y + box.height / 2;
  const scale = largest > 0 ? -(box.height / 2 / largest) * 0.94 : 0;
  const most = largest / factor;
  const axisTicks = (largest > 0 ? ticks([-most, most], 3) : [0]).map((value): [number, string] => [
    zero + value * factor * scale,
    readable(value),
  ]);
  const trace = (data: Float64Array, delta: number, color: string) =>
    drawTrace(data, delta, frame, zero, scale, { stroke: color, strokeWidth: 1.1 });
  return [
    ...yAxis(box, axisTicks),
    line(box.x, zero, box.x + box.width, zero, { stroke: COLOR.grid }),
    label(box.x - 8, box.y - 5, unit, { size: SIZE.small, color: COLOR.muted, anchor: 'end' }),
    trace(c.observed.data, c.observed.delta, COLOR.observed),
    trace(c.synthetic.data, c.synthetic.delta, COLOR.synthetic),
  ];
}

function drawStalta(data: Float64Array, delta: number, frame: RowFrame, box: Box): Shape[] {
  const level = frame.parameters.pyflex_parameters.stalta_waterlevel;
  const largest =
    Math.max(
      data.reduce((a, b) => Math.max(a, b), 0),
      typeof level === 'number' ? level : 0,
    ) || 1;
  const scale = -(box.height / largest) * 0.92;
  const bottom = box.y + box.height;
  const tick = roundBelow(largest);
  const dashed: Paint = { stroke: COLOR.muted, strokeWidth: 0.9, dash: [4, 3] };
  const water =
    typeof level === 'number'
      ? line(box.x, bottom + level * scale, box.x + box.width, bottom + level * scale, dashed)
      : drawTrace(Float64Array.from(level), delta, frame, bottom, scale, dashed);
  return [
    ...yAxis(box, [[bottom + tick * scale, readable(tick)]]),
    water,
    drawTrace(data, delta, frame, bottom, scale, { stroke: COLOR.stalta, strokeWidth: 1 }),
    ...panelName('STA/LTA', 41, box),
  ];
}

function drawAdjoint(data: Float64Array, delta: number, frame: RowFrame, box: Box): Shape[] {
  const largest = absoluteMaximum(data);
  const zero = box.y + box.height / 2;
  const { factor, unit } = amplitudeUnit(largest, null);
  const tick = largest > 0 ? roundBelow((largest / factor) * 0.95) : 0;
  const scale = largest > 0 ? -(box.height / 2 / largest) * 0.92 : 0;
  const ticks: [number, string][] = tick > 0 ? [[zero + tick * factor * scale, readable(tick) + unit]] : [];
  return [
    ...yAxis(box, ticks),
    line(box.x, zero, box.x + box.width, zero, { stroke: COLOR.grid }),
    drawTrace(data, delta, frame, zero, scale, { stroke: COLOR.adjoint, strokeWidth: 1 }),
    ...panelName('adjoint source', 71, box),
  ];
}

function drawTrace(
  data: Float64Array,
  delta: number,
  { x, timeOffset }: RowFrame,
  zero: number,
  scale: number,
  paint: Paint,
): Shape {
  const [start, end] = x.domain;
  const first = Math.max(0, Math.ceil((start - timeOffset) / delta - 1e-6));
  const last = Math.floor((end - timeOffset) / delta + 1e-6);
  const step = x(delta) - x(0);
  const d = tracePath(
    data.subarray(first, Math.max(first, last + 1)),
    x(timeOffset + first * delta),
    step,
    zero,
    scale,
  );
  return path(d, { join: 'bevel', ...paint });
}

function yAxis(box: Box, axisTicks: [number, string][]): Shape[] {
  const marks = axisTicks.flatMap(([y, text]) => [
    line(box.x - 4, y, box.x, y),
    label(box.x - 8, y + 4, text, { size: SIZE.small, color: COLOR.muted, anchor: 'end' }),
  ]);
  return [line(box.x, box.y, box.x, box.y + box.height), ...marks];
}

/** The panel's name at its right end, on a plate that lets shine through what is there: a halo around each letter takes
 *  the renderer as long as all letters of the facts. */
function panelName(name: string, width: number, box: Box): Shape[] {
  const right = box.x + box.width - 4;
  const plate = { x: right - width - 3, y: box.y + 1, width: width + 6, height: 14 };
  return [
    rect(plate, { fill: '#ffffff', fillOpacity: 0.8 }),
    label(right, box.y + 11, name, { size: SIZE.small, color: COLOR.muted, anchor: 'end' }),
  ];
}

function absoluteMaximum(data: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < data.length; i++) {
    const value = Math.abs(data[i]!);
    if (value > largest) largest = value;
  }
  return largest;
}

/** The unit of the waveforms, where the parameters say it. */
function groundMotionUnit({ unprocessed }: ComponentResult, parameters: Parameters): string | null {
  const units: Partial<Record<string, string>> = { DISP: 'm', VEL: 'm/s', ACC: 'm/s\u00b2' };
  return units[amplitudesOf(parameters, !unprocessed)] ?? null;
}
