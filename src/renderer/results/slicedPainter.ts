import { prepareCanvas } from '../common/canvas';
import { inOwnTask } from '../common/ownTask';

const BUDGET_MILLISECONDS = 8;
/** Steps between two looks at the clock are doubled up to so many. */
const MOST_STEPS = 64;

interface Picture<T> {
  /** Draws in steps of less than a millisecond or two. */
  draw: (context: CanvasRenderingContext2D) => Generator<void, T>;
  size: { width: number; height: number };
  /** From where it is looked at: what was drawn from elsewhere does not lie right any more. */
  view: string;
}

/** Draws large pictures some milliseconds a task. One from the same view stays until the next is whole; from another view,
 *  the next is seen growing. */
export class SlicedPainter<T> {
  private readonly buffer = document.createElement('canvas');
  private readonly probe = document.createElement('canvas');
  private steps = 1;
  private work: Generator<void, T> | null = null;
  private current: Picture<T> | null = null;
  private waiting: Picture<T> | null = null;
  private shownView = '';
  private stop = () => {};
  private frame = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly finished: (result: T) => void,
  ) {}

  paint(picture: Picture<T>): void {
    // New results come faster than 100,000 rays can be drawn: the picture in work is finished first.
    if (this.work && this.current?.view === picture.view) this.waiting = picture;
    else this.start(picture);
  }

  clear(): void {
    this.stop();
    cancelAnimationFrame(this.frame);
    this.work = this.waiting = this.current = null;
    this.shownView = '';
    this.canvas.getContext('2d')!.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  private start(picture: Picture<T>): void {
    this.stop();
    cancelAnimationFrame(this.frame);
    this.current = picture;
    this.waiting = null;
    this.work = picture.draw(prepareCanvas(this.buffer, picture.size));
    this.stop = inOwnTask(this.step);
  }

  private readonly step = (): void => {
    const result = this.advance();
    const { view, size } = this.current!;
    cancelAnimationFrame(this.frame);
    if (!result.done) {
      if (view !== this.shownView) this.frame = requestAnimationFrame(() => this.show(size));
      this.stop = inOwnTask(this.step);
      return;
    }
    this.show(size);
    this.shownView = view;
    this.work = null;
    this.finished(result.value);
    if (this.waiting) this.start(this.waiting);
  };

  /** Draws for some milliseconds. */
  private advance(): IteratorResult<void, T> {
    const began = performance.now();
    for (;;) {
      let result = this.work!.next();
      for (let i = 1; i < this.steps && !result.done; i++) result = this.work!.next();
      this.flush();
      const took = performance.now() - began;
      if (result.done) return result;
      // Halved where one look at the clock comes too late, doubled where it comes early.
      if (took > BUDGET_MILLISECONDS) this.steps = Math.max(1, this.steps >> 1);
      else if (took < BUDGET_MILLISECONDS / 4) this.steps = Math.min(MOST_STEPS, 2 * this.steps);
      if (took > BUDGET_MILLISECONDS / 2) return result;
    }
  }

  /** Has the lines so far turned into pixels: a canvas only takes note of what is drawn, and would do all of it together,
   *  in one long task, when its picture is asked for. */
  private flush(): void {
    this.probe.width = this.probe.height = 1;
    this.probe.getContext('2d')!.drawImage(this.buffer, 0, 0);
  }

  private show(size: Picture<T>['size']): void {
    prepareCanvas(this.canvas, size).drawImage(this.buffer, 0, 0, size.width, size.height);
  }
}
