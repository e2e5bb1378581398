import type uPlot from 'uplot';

/** The time range that all components of a pair show, so that they zoom and pan in step. */
export class SharedRange {
  min = 0;
  max = 1;
  private fullMin = 0;
  private fullMax = 1;
  private readonly charts = new Set<uPlot>();
  private readonly listeners = new Set<() => void>();
  private version = 0;

  /** @param onChange hears whether the range is less than the whole trace */
  constructor(private readonly onChange: (zoomed: boolean) => void) {}

  /** Sets the whole trace; a range that was zoomed into is kept where it still overlaps. */
  setFull(min: number, max: number): void {
    const zoomed = this.zoomed && this.min < max && this.max > min;
    [this.fullMin, this.fullMax] = [min, max];
    if (zoomed) this.set(this.min, this.max);
    else this.reset();
  }

  get zoomed(): boolean {
    return this.min > this.fullMin || this.max < this.fullMax;
  }

  add(chart: uPlot): () => void {
    this.charts.add(chart);
    return () => this.charts.delete(chart);
  }

  /** For what lies over the charts. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Grows with every change of the range. */
  readonly getVersion = (): number => this.version;

  /** The part of the range that lies before a time: 0 at its left end, 1 at its right. */
  shareOf(time: number): number {
    return (time - this.min) / (this.max - this.min);
  }

  reset(): void {
    this.set(this.fullMin, this.fullMax);
  }

  /** Moves the range, keeping its length, by a part of that length. */
  pan(part: number): void {
    const length = this.max - this.min;
    const shift = Math.max(this.fullMin - this.min, Math.min(this.fullMax - this.max, part * length));
    this.set(this.min + shift, this.max + shift);
  }

  /** Brings a time into the middle, as far as the trace goes. */
  centre(time: number): void {
    this.pan((time - (this.min + this.max) / 2) / (this.max - this.min));
  }

  /** Zooms about a time that stays where it is; a factor below one shows less. */
  zoom(about: number, factor: number): void {
    this.set(about - (about - this.min) * factor, about + (this.max - about) * factor);
  }

  set(min: number, max: number): void {
    const shortest = (this.fullMax - this.fullMin) / 2000;
    if (max - min < shortest) return;
    this.min = Math.max(this.fullMin, min);
    this.max = Math.min(this.fullMax, max);
    for (const chart of this.charts) chart.setScale('x', { min: this.min, max: this.max });
    this.version++;
    for (const listener of this.listeners) listener();
    this.onChange(this.zoomed);
  }
}
