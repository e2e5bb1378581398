import { prepareCanvas } from '../common/canvas';

const BUDGET_MILLISECONDS = 7;

interface Picture<T> {
  /** Draws in steps of less than a millisecond or two. */
  draw: (context: CanvasRenderingContext2D) => Generator<void, T>;
  size: { width: number; height: number };
  /** From where it is looked at: what was drawn from elsewhere does not lie right any more. */
  view: string;
}

/** Draws large pictures some milliseconds a frame. One from the same view stays until the next is whole; from another view,
 *  the next is seen growing. */
export class SlicedPainter<T> {
  private readonly buffer = document.createElement('canvas');
  private work: Generator<void, T> | null = null;
  private current: Picture<T> | null = null;
  private waiting: Picture<T> | null = null;
  private shownView = '';
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
    cancelAnimationFrame(this.frame);
    this.work = this.waiting = this.current = null;
    this.shownView = '';
    this.canvas.getContext('2d')!.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  private start(picture: Picture<T>): void {
    cancelAnimationFrame(this.frame);
    this.current = picture;
    this.waiting = null;
    this.work = picture.draw(prepareCanvas(this.buffer, picture.size));
    this.frame = requestAnimationFrame(this.step);
  }

  private readonly step = (): void => {
    const until = performance.now() + BUDGET_MILLISECONDS;
    let result = this.work!.next();
    while (!result.done && performance.now() < until) result = this.work!.next();
    const { view, size } = this.current!;
    if (result.done || view !== this.shownView) this.show(size);
    if (!result.done) {
      this.frame = requestAnimationFrame(this.step);
      return;
    }
    this.shownView = view;
    this.work = null;
    this.finished(result.value);
    if (this.waiting) this.start(this.waiting);
  };

  private show(size: Picture<T>['size']): void {
    prepareCanvas(this.canvas, size).drawImage(this.buffer, 0, 0, size.width, size.height);
  }
}
