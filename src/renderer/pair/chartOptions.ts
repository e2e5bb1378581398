import type uPlot from 'uplot';
import { texts } from '../texts';
import type { ChartColours } from './colours';
import type { ChartProps } from './ComponentChart';
import { LABEL_BAND, paintArrivals, paintRejected, paintWaterLevel, paintWindowLabels, paintWindows } from './paint';
import { zoomAndPan } from './zoomAndPan';

export interface ChartInput extends ChartProps {
  colours: ChartColours;
  /** Largest amplitudes, which fix the axes. */
  peaks: { trace: number; stalta: number; adjoint: number };
}

/** Room above and below the largest amplitude. */
const HEADROOM = 1.12;
/** The part of the plot that STA/LTA fills, from the bottom. */
const STALTA_SHARE = 0.4;
const AXIS_WIDTH = 56;
const FONT = '11px system-ui, sans-serif';

/** A tick of the amplitude axis, in two digits: 150, 0.5, 1.5e−4. */
function amplitude(value: number): string {
  const rounded = Number(value.toPrecision(2));
  const size = Math.abs(rounded);
  const text = size === 0 || (size >= 0.01 && size < 10_000) ? String(rounded) : rounded.toExponential();
  return text.replace('e+', 'e').replace(/-/g, '−');
}

function axes({ colours, last }: ChartInput): uPlot.Axis[] {
  const common = { stroke: colours.text, font: FONT, grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
  return [
    {
      ...common,
      size: last ? 22 : 4,
      space: 70,
      values: (_, splits) => (last ? splits.map((split) => String(split).replace('-', '−')) : splits.map(() => '')),
      ...(last ? { label: texts.pair.secondsAfterOrigin, labelSize: 15, labelFont: FONT, labelGap: 0 } : {}),
    },
    { ...common, scale: 'y', size: AXIS_WIDTH, space: 34, values: (_, splits) => splits.map(amplitude) },
  ];
}

function series({ colours, layers }: ChartInput): uPlot.Series[] {
  const line = { points: { show: false }, spanGaps: false };
  return [
    {},
    { ...line, scale: 'y', stroke: colours.observed, width: 1.1 },
    { ...line, scale: 'y', stroke: colours.synthetic, width: 1.1 },
    { ...line, scale: 'stalta', stroke: colours.stalta, width: 1, show: layers.stalta },
    { ...line, scale: 'adjoint', stroke: colours.adjoint, width: 1.1, dash: [5, 3], show: layers.adjoint },
  ];
}

/** The options of one component's plot, but for its size. */
export function chartOptions(input: ChartInput): Omit<uPlot.Options, 'width' | 'height'> {
  const { peaks, range, component, timeOffset } = input;
  const symmetric = (peak: number) => ({ auto: false, range: [-HEADROOM * peak, HEADROOM * peak] as [number, number] });
  const start = timeOffset;
  const end = timeOffset + (component.length - 1) * component.delta;
  return {
    legend: { show: false },
    padding: [LABEL_BAND, 10, 0, 0],
    scales: {
      x: { time: false, auto: false, range: (_, min, max) => [min ?? start, max ?? end] },
      y: symmetric(peaks.trace),
      stalta: { auto: false, range: [0, peaks.stalta / STALTA_SHARE] },
      adjoint: symmetric(peaks.adjoint),
    },
    axes: axes(input),
    series: series(input),
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false },
      sync: {
        key: 'pair',
        setSeries: false,
        scales: ['x', null],
        filters: { pub: (type) => type.startsWith('mousemove') },
      },
      bind: {
        dblclick: () => () => {
          range.reset();
          return null;
        },
      },
    },
    hooks: {
      drawClear: [(u) => paintWindows(u, input)],
      draw: [
        (u) => {
          if (input.layers.stalta) paintWaterLevel(u, input);
          paintArrivals(u, input);
          paintRejected(u, input);
          paintWindowLabels(u, input);
        },
      ],
      setSelect: [
        (u) => {
          if (u.select.width < 4) return;
          range.set(u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x'));
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
    plugins: [zoomAndPan(range)],
  };
}
