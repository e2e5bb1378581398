import type uPlot from 'uplot';
import { texts } from '../../texts';
import { axisTexts } from './amplitude';
import { paintArrivals, paintRejected, paintWaterLevel } from './paintLayers';
import { LABEL_BAND, paintPreview, paintWindowLabels, paintWindows } from './paintWindows';
import type { CursorValues, PlotActions, PlotInput } from './plotInput';
import type { SharedRange } from './sharedRange';
import { zoomAndPan } from './zoomAndPan';

/** Room above and below the largest amplitude. */
export const HEADROOM = 1.12;
/** The part of the plot that STA/LTA fills, from the bottom. */
export const STALTA_SHARE = 0.4;
const AXIS_WIDTH = 60;
/** Between lines of the amplitude: so near that a flat plot too has one beside zero, px; a high one has no more than these. */
const LEAST_SPACE = 22;
const MOST_LINES = 12;
const FONT = '11px system-ui, sans-serif';
/** A drag that is shorter than this, in pixels, is a click. */
const CLICK_SLACK = 4;

type Now = () => PlotInput;

function axes(now: Now, isLast: boolean): uPlot.Axis[] {
  const stroke = () => now().colours.text;
  const grid = { stroke: () => now().colours.grid, width: 1 };
  const { secondsAfterOrigin, secondsAfterStart } = texts.pair;
  const label = () => (now().hasOrigin ? secondsAfterOrigin : secondsAfterStart);
  const common = { stroke, font: FONT, grid, ticks: { show: false } };
  return [
    {
      ...common,
      size: isLast ? 22 : 4,
      space: 70,
      values: (_, splits) => splits.map((split) => (isLast ? String(split).replace('-', '−') : '')),
      ...(isLast ? { label, labelSize: 15, labelFont: FONT, labelGap: 0 } : {}),
    },
    {
      ...common,
      scale: 'y',
      size: AXIS_WIDTH,
      space: (_, _axis, _min, _max, height) => Math.max(LEAST_SPACE, height / MOST_LINES),
      values: (_, splits) => axisTexts(splits),
    },
  ];
}

function series(now: Now): uPlot.Series[] {
  const line = { points: { show: false }, spanGaps: false };
  return [
    {},
    { ...line, scale: 'y', stroke: () => now().colours.observed, width: 1.1 },
    { ...line, scale: 'synthetic', stroke: () => now().colours.synthetic, width: 1.1 },
    { ...line, scale: 'stalta', stroke: () => now().colours.stalta, width: 1, show: false },
    { ...line, scale: 'adjoint', stroke: () => now().colours.adjoint, width: 1.1, dash: [5, 3], show: false },
    { ...line, scale: 'synthetic', stroke: () => now().colours.other, width: 1.1, dash: [3, 3], show: false },
    { ...line, scale: 'adjoint', stroke: () => now().colours.adjoint, width: 1, dash: [1, 3], show: false },
  ];
}

/** What lies under the cursor; it goes with the pointer over any component of the pair. */
function valuesAt(u: uPlot): CursorValues | null {
  const { left = -1, idx } = u.cursor;
  if (left < 0 || idx === null || idx === undefined) return null;
  const [observed, synthetic] = [u.data[1]?.[idx] ?? null, u.data[2]?.[idx] ?? null];
  return { time: u.posToVal(left, 'x'), observed, synthetic };
}

/** Lets events of what lies over the plot, such as handles of windows, be handled there. */
const ownEvents: uPlot.Cursor.MouseListenerFactory = (u, _, handler) => (event) => {
  if (event.target === u.over) handler(event);
  return null;
};

/** The options of one component's plot, but for its size and scales.
 *  @param now what is to be drawn by the time it is drawn */
export function chartOptions(
  now: Now,
  range: SharedRange,
  isLast: boolean,
  actions: PlotActions,
): Omit<uPlot.Options, 'width' | 'height'> {
  const fixed: uPlot.Scale = { auto: false, range: (_, min, max) => [min ?? -1, max ?? 1] };
  return {
    legend: { show: false },
    padding: [LABEL_BAND, 10, 0, 0],
    scales: {
      x: { ...fixed, time: false },
      y: { ...fixed },
      synthetic: { ...fixed },
      stalta: { ...fixed },
      adjoint: { ...fixed },
    },
    axes: axes(now, isLast),
    series: series(now),
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
        mousedown: ownEvents,
        dblclick: (u) => (event) => {
          if (event.target === u.over) range.reset();
          return null;
        },
      },
    },
    hooks: {
      drawClear: [(u) => paintWindows(u, now())],
      draw: [
        (u) => {
          if (now().layers.stalta) paintWaterLevel(u, now());
          paintArrivals(u, now());
          paintRejected(u, now());
          paintPreview(u, now());
          paintWindowLabels(u, now());
        },
      ],
      setCursor: [(u) => actions.onCursor(valuesAt(u))],
      setSelect: [
        (u) => {
          const { left, width } = u.select;
          if (width < CLICK_SLACK) return;
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          actions.onDrag(u.posToVal(left, 'x'), u.posToVal(left + width, 'x'));
        },
      ],
    },
    plugins: [zoomAndPan(range)],
  };
}
