import uPlot from 'uplot';
import { chartOptions, HEADROOM, STALTA_SHARE } from './chartOptions';
import { drawInTurn, drawNoMore, isToBeDrawn } from './drawInTurn';
import { areSameMarks } from './marks';
import type { PlotActions, PlotInput } from './plotInput';
import { alignColumns, largest, shifted } from './series';
import type { SharedRange } from './sharedRange';

/** The plot of one component. It lives as long as its place on the page: other pairs and windows are put into it, which
 *  is many times quicker than building another. */
export class ComponentPlot {
  /** Lies over the plotting area; its children get events before the plot does. */
  readonly overlay = document.createElement('div');
  #input: PlotInput | null = null;
  #chart: uPlot | null = null;
  #leaveRange: (() => void) | null = null;
  readonly #observer: ResizeObserver;

  /** @param isLast the lowest one carries the time axis */
  constructor(
    private readonly element: HTMLElement,
    private readonly range: SharedRange,
    private readonly isLast: boolean,
    private readonly actions: PlotActions,
  ) {
    this.#observer = new ResizeObserver(() => drawInTurn(this.#observer, () => this.#resize()));
    this.#observer.observe(element);
  }

  /** Where the pointer is, s after the origin; null where it is not on this plot. */
  get pointed(): number | null {
    const left = this.#chart?.cursor.left ?? -1;
    return this.#chart && left >= 0 && this.element.matches(':hover') ? this.#chart.posToVal(left, 'x') : null;
  }

  /** The time at a place of the window, px; null before anything is drawn. */
  timeAt(clientX: number): number | null {
    if (!this.#chart) return null;
    return this.#chart.posToVal(clientX - this.#chart.over.getBoundingClientRect().left, 'x');
  }

  update(input: PlotInput): void {
    const last = this.#input;
    this.#input = input;
    if (isToBeDrawn(this)) return;
    if (last === null || !areSameTraces(last, input)) drawInTurn(this, () => this.#draw());
    else if (!isPaintedAlike(last, input)) this.#chart?.redraw(false, false);
  }

  #draw(): void {
    const input = this.#input!;
    const chart = this.#chart ?? this.#begin(input);
    chart.batch(() => {
      chart.setData(columnsOf(input), false);
      const shown = [true, true, true, input.layers.stalta, input.layers.adjoint, input.other !== null, hasMean(input)];
      shown.forEach((show, index) => {
        if (chart.series[index]!.show !== show) chart.setSeries(index, { show });
      });
      for (const [scale, limits] of Object.entries(limitsOf(input))) chart.setScale(scale, limits);
      chart.setScale('x', { min: this.range.min, max: this.range.max });
    });
  }

  destroy(): void {
    drawNoMore(this);
    drawNoMore(this.#observer);
    this.#observer.disconnect();
    this.#leaveRange?.();
    this.#chart?.destroy();
    this.#chart = null;
  }

  #begin(input: PlotInput): uPlot {
    const options = chartOptions(() => this.#input!, this.range, this.isLast, this.actions);
    const chart = new uPlot({ ...options, ...this.#size() }, columnsOf(input), this.element);
    this.overlay.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    chart.over.append(this.overlay);
    this.#leaveRange = this.range.add(chart);
    this.#chart = chart;
    return chart;
  }

  #resize(): void {
    const size = this.#size();
    // A plot that is told of its own size draws all the same.
    if (this.#chart && (this.#chart.width !== size.width || this.#chart.height !== size.height))
      this.#chart.setSize(size);
  }

  #size(): { width: number; height: number } {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }
}

function areSameTraces(a: PlotInput, b: PlotInput): boolean {
  const same = a.component === b.component && a.combined === b.combined && a.timeOffset === b.timeOffset;
  return same && a.hasOrigin === b.hasOrigin && a.layers === b.layers && a.other?.component === b.other?.component;
}

/** Whether all but the traces is the same. Of three components one is worked on at a time: the others need not be drawn with
 *  every movement of the pointer. */
function isPaintedAlike(a: PlotInput, b: PlotInput): boolean {
  const same = a.arrivals === b.arrivals && a.preview === b.preview && a.colours === b.colours;
  return same && a.other === b.other && a.waterlevel === b.waterlevel && areSameMarks(a.marks, b.marks);
}

/** The adjoint source that is written, beside that of the band. */
function hasMean({ layers, combined }: PlotInput): boolean {
  return layers.adjoint && combined !== null;
}

function columnsOf(input: PlotInput): uPlot.AlignedData {
  const { component, timeOffset, layers, other, combined } = input;
  const { observed, synthetic, stalta, adjoint } = component;
  const under = other && shifted(other.component.synthetic, other.timeOffset - timeOffset);
  const { x, ys } = alignColumns(
    [
      observed,
      synthetic,
      layers.stalta ? stalta : null,
      layers.adjoint ? adjoint : null,
      under,
      hasMean(input) ? combined!.adjoint : null,
    ],
    timeOffset,
  );
  return [x, ...ys];
}

/** Axes that begin and end with the largest amplitude of what is there, shown or not: they keep still. */
function limitsOf({ component, combined, other }: PlotInput): Record<string, { min: number; max: number }> {
  const { observed, synthetic, stalta, adjoint } = component;
  const symmetric = (peak: number) => ({ min: -HEADROOM * peak, max: HEADROOM * peak });
  const simulated = [synthetic, other?.component.synthetic ?? null];
  // Counts of a digitizer and metres have no common axis.
  const isOne = component.unit !== 'recorded';
  return {
    y: symmetric(largest(isOne ? [observed, ...simulated] : [observed])),
    synthetic: symmetric(largest(isOne ? [observed, ...simulated] : simulated)),
    stalta: { min: 0, max: largest([stalta]) / STALTA_SHARE },
    adjoint: symmetric(largest([adjoint, combined?.adjoint ?? null])),
  };
}
