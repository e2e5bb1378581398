import { prepareCanvas } from '../../common/canvas';
import { drawRays, type DrawnRays, type RayInput } from './rays';

const BUDGET_MILLISECONDS = 7;

interface Request {
  input: RayInput;
  size: { width: number; height: number };
  /** Tells where the map is looked at from: what was drawn from elsewhere does not lie right any more. */
  camera: string;
}

/** Draws rays some milliseconds a frame. A picture from the same camera stays until the next one is whole; from another,
 *  the new one is seen growing. */
export class RayPainter {
  drawn: DrawnRays | null = null;
  private readonly buffer = document.createElement('canvas');
  private work: Generator<void, DrawnRays> | null = null;
  private current: Request | null = null;
  private waiting: Request | null = null;
  private shownCamera = '';
  private frame = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly finished: (drawn: DrawnRays) => void,
  ) {}

  paint(request: Request): void {
    // New results come faster than 100,000 rays can be drawn: the picture in work is finished first.
    if (this.work && this.current?.camera === request.camera) this.waiting = request;
    else this.start(request);
  }

  clear(): void {
    cancelAnimationFrame(this.frame);
    this.work = this.waiting = this.current = this.drawn = null;
    this.canvas.getContext('2d')!.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  private start(request: Request): void {
    cancelAnimationFrame(this.frame);
    this.current = request;
    this.waiting = null;
    this.work = drawRays(prepareCanvas(this.buffer, request.size), request.input);
    if (request.camera !== this.shownCamera) this.drawn = null;
    this.frame = requestAnimationFrame(this.step);
  }

  private readonly step = (): void => {
    const until = performance.now() + BUDGET_MILLISECONDS;
    let result = this.work!.next();
    while (!result.done && performance.now() < until) result = this.work!.next();
    const { camera, size } = this.current!;
    if (result.done || camera !== this.shownCamera) this.show(size);
    if (!result.done) {
      this.frame = requestAnimationFrame(this.step);
      return;
    }
    this.shownCamera = camera;
    this.work = null;
    this.drawn = result.value;
    this.finished(result.value);
    if (this.waiting) this.start(this.waiting);
  };

  private show(size: Request['size']): void {
    const c = prepareCanvas(this.canvas, size);
    c.drawImage(this.buffer, 0, 0, size.width, size.height);
  }
}
