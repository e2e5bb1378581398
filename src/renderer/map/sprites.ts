import type { EventSummary } from '@/api';
import type { MapColours } from './colours';
import { drawBall, drawRing, drawTriangle } from './drawSymbol';
import { stampOf, type Stamp } from './pixels';

/** Room around a symbol for its outline, px. */
const RIM = 2;
/** ms of a picture in which mechanisms may be drawn that were not drawn before. */
const BUDGET_MS = 5;

/** Pictures of symbols, drawn once: a thousand focal mechanisms as paths would take longer than a frame. One set holds
 *  for one theme and one resolution of the screen. */
export class Sprites {
  readonly colours: MapColours;
  readonly ratio = window.devicePixelRatio;
  readonly #pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  readonly #balls = new WeakMap<EventSummary, Stamp>();
  readonly #plain = new Map<string, Stamp>();
  #left = BUDGET_MS;
  /** Nothing stands for a mechanism that there was no time to draw. */
  isWhole = true;

  constructor(colours: MapColours) {
    this.colours = colours;
  }

  /** Begins a picture. */
  begin(): void {
    this.#left = BUDGET_MS;
    this.isWhole = true;
  }

  event(item: EventSummary, radius: number, selected: boolean): Stamp {
    if (!selected) return this.#ring(radius);
    const known = this.#balls.get(item);
    if (known) return known;
    if (this.#left <= 0) {
      this.isWhole = false;
      return this.#ring(radius);
    }
    const began = performance.now();
    const made = this.#drawn(radius, (c) => drawBall(c, item, radius, this.colours));
    this.#balls.set(item, made);
    this.#left -= performance.now() - began;
    return made;
  }

  station(radius: number, selected: boolean): Stamp {
    return this.#kept(`station ${radius} ${selected}`, radius, (c) => drawTriangle(c, radius, selected, this.colours));
  }

  /** In steps of half a pixel: there are as many radii as magnitudes, and each would be one more picture to draw. */
  #ring(radius: number): Stamp {
    const rounded = Math.round(2 * radius) / 2;
    return this.#kept(`ring ${rounded}`, rounded, (c) => drawRing(c, rounded, this.colours));
  }

  #kept(key: string, radius: number, draw: (c: CanvasRenderingContext2D) => void): Stamp {
    let sprite = this.#plain.get(key);
    if (!sprite) this.#plain.set(key, (sprite = this.#drawn(radius, draw)));
    return sprite;
  }

  #drawn(radius: number, draw: (c: CanvasRenderingContext2D) => void): Stamp {
    const { ratio } = this;
    const c = this.#pen;
    const side = Math.ceil(2 * (radius + RIM) * ratio);
    // To set a size clears, and forgets what was set.
    c.canvas.width = c.canvas.height = side;
    c.setTransform(ratio, 0, 0, ratio, side / 2, side / 2);
    draw(c);
    const { data } = c.getImageData(0, 0, side, side);
    return stampOf({ data: new Uint32Array(data.buffer), width: side, height: side });
  }
}
