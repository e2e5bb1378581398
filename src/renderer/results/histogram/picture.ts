import type { Pen, Picture } from '../../common/picture';
import { texts } from '../../texts';
import type { Histogram } from '../analysis/histogram';
import { PLOT_FONT } from '../axes';
import { componentColour, PAPER_COLOURS } from '../colours';
import type { MeasureKey } from '../measures';
import { lanesOf, type SeriesLayout } from './HistogramPlot';
import { paintHistogram } from './paint';
import { measureTitle } from './words';

/** Room below the plot for its title and its components, px. */
const FOOT = 20;
const NO_MARKS = { active: null, hovered: null, range: null };

function paintFoot(c: Pen, measure: MeasureKey, { series }: Histogram, width: number, y: number): void {
  c.font = PLOT_FONT;
  c.textBaseline = 'middle';
  c.textAlign = 'left';
  c.fillStyle = PAPER_COLOURS.text;
  c.fillText(measureTitle(measure), 38, y);
  c.textAlign = 'right';
  let x = width - 10;
  for (const { component } of [...series].reverse()) {
    if (component === null) continue;
    c.fillStyle = PAPER_COLOURS.text;
    c.fillText(component, x, y);
    x -= c.measureText(component).width + 13;
    c.fillStyle = componentColour(PAPER_COLOURS, component);
    c.fillRect(x, y - 4.5, 9, 9);
    x -= 12;
  }
}

/** A histogram for a file, as large as it is seen. */
export function histogramPicture(
  measure: MeasureKey,
  histogram: Histogram,
  layout: SeriesLayout,
  surface: Element,
): Picture {
  const { clientWidth: width, clientHeight: height } = surface;
  const { whole, selected } = histogram.total;
  const chosen = histogram.selecting ? selected.statistics.count : null;
  return {
    name: `histogram_${measure}`,
    title: texts.results.histogram.title(texts.results.measures[measure], whole.statistics.count, chosen),
    size: { width, height: height + FOOT },
    draw: (c) => {
      paintHistogram(c, { width, height }, histogram, lanesOf(histogram, layout), NO_MARKS, PAPER_COLOURS);
      paintFoot(c, measure, histogram, width, height + FOOT / 2);
    },
  };
}
