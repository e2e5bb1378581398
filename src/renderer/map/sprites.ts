import { beachballPath } from '@/core/mechanism';
import type { EventSummary } from '@/api';
import { depthColour, type MapColours } from './colours';

const BALL_RADIUS = 50;
/** Room around a symbol for its outline, px. */
const RIM = 2;

export interface Sprite {
  image: HTMLCanvasElement;
  /** Of the whole image, CSS pixels. */
  side: number;
}

function drawn(radius: number, draw: (c: CanvasRenderingContext2D) => void): Sprite {
  const ratio = window.devicePixelRatio;
  const side = 2 * (radius + RIM);
  const image = document.createElement('canvas');
  image.width = image.height = Math.ceil(side * ratio);
  const c = image.getContext('2d')!;
  c.setTransform(ratio, 0, 0, ratio, (side / 2) * ratio, (side / 2) * ratio);
  draw(c);
  return { image, side };
}

function disc(c: CanvasRenderingContext2D, radius: number): void {
  c.beginPath();
  c.arc(0, 0, radius, 0, 2 * Math.PI);
}

function ball(item: EventSummary, radius: number, colours: MapColours): Sprite {
  return drawn(radius, (c) => {
    disc(c, radius);
    c.fillStyle = colours.paper;
    c.fill();
    c.fillStyle = depthColour(item.depthKm);
    if (item.momentTensor) {
      c.save();
      c.scale(radius / BALL_RADIUS, radius / BALL_RADIUS);
      c.fill(new Path2D(beachballPath(item.momentTensor, BALL_RADIUS)), 'evenodd');
      c.restore();
    } else c.fill();
    disc(c, radius);
    c.strokeStyle = colours.outline;
    c.lineWidth = 1;
    c.stroke();
  });
}

function ring(radius: number, colours: MapColours): Sprite {
  return drawn(radius, (c) => {
    disc(c, radius);
    c.strokeStyle = colours.idle;
    c.lineWidth = 1.2;
    c.stroke();
  });
}

function triangle(radius: number, selected: boolean, colours: MapColours): Sprite {
  return drawn(radius, (c) => {
    c.beginPath();
    c.moveTo(0, -radius);
    c.lineTo(radius * 0.9, radius * 0.7);
    c.lineTo(-radius * 0.9, radius * 0.7);
    c.closePath();
    if (selected) {
      c.fillStyle = colours.station;
      c.fill();
    }
    c.strokeStyle = selected ? colours.outline : colours.stationIdle;
    c.lineWidth = selected ? 0.8 : 1.2;
    c.stroke();
  });
}

/** Pictures of symbols, drawn once: a thousand focal mechanisms as paths would take longer than a frame. One set holds
 *  for one theme and one resolution of the screen. */
export class Sprites {
  readonly colours: MapColours;
  readonly ratio = window.devicePixelRatio;
  readonly #balls = new WeakMap<EventSummary, Sprite>();
  readonly #plain = new Map<string, Sprite>();
  #until = Infinity;
  /** Nothing stands for a mechanism that there was no time to draw. */
  isWhole = true;

  constructor(colours: MapColours) {
    this.colours = colours;
  }

  /** Begins a picture.
   *  @param until when no more mechanisms are to be drawn, as `performance.now` tells it */
  begin(until: number): void {
    this.#until = until;
    this.isWhole = true;
  }

  event(item: EventSummary, radius: number, selected: boolean): Sprite {
    if (!selected) return this.#kept(`ring ${radius}`, () => ring(radius, this.colours));
    const known = this.#balls.get(item);
    if (known) return known;
    if (performance.now() > this.#until) {
      this.isWhole = false;
      const bare = { ...item, momentTensor: null };
      const colour = depthColour(item.depthKm);
      return this.#kept(`disc ${radius} ${colour}`, () => ball(bare, radius, this.colours));
    }
    const made = ball(item, radius, this.colours);
    this.#balls.set(item, made);
    return made;
  }

  station(radius: number, selected: boolean): Sprite {
    return this.#kept(`station ${radius} ${selected}`, () => triangle(radius, selected, this.colours));
  }

  #kept(key: string, make: () => Sprite): Sprite {
    let sprite = this.#plain.get(key);
    if (!sprite) this.#plain.set(key, (sprite = make()));
    return sprite;
  }
}
