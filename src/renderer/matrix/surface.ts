import { inOwnTask } from '../common/ownTask';
import { axisOf, fitSize, zoomSize, type Axis, type CellSize } from './camera';
import type { MatrixColours } from './colours';
import { measureGutter, paintHeaders, type Gutter } from './headers';
import { paintMarks, prepare, type Box } from './marks';
import { layTiles, type Tile } from './raster';
import { drawTiles } from './tiles';
import type { MatrixModel, Place } from './types';

export interface Elements {
  scroller: HTMLElement;
  /** As large as all cells, so that the scroller has bars. */
  spacer: HTMLElement;
  cells: HTMLCanvasElement;
  marks: HTMLCanvasElement;
}

export interface SurfaceModel extends MatrixModel {
  isRowDim: ((row: number) => boolean) | undefined;
  isColumnDim: ((column: number) => boolean) | undefined;
}

export interface Marks {
  hover: Place | null;
  focus: Place | null;
  open: Place | null;
}

/** ms of a task in which cells are laid; those of millions of pairs take longer, and come from the top down. */
const LAY_MS = 8;

/** @returns whether all rows are there */
function layFor(rows: Generator<undefined, void>, milliseconds: number): boolean {
  const until = performance.now() + milliseconds;
  for (;;) {
    if (rows.next().done) return true;
    if (performance.now() > until) return false;
  }
}

/** What is seen of a matrix: where one looks, how large, and the drawing of it, at most once a frame. Outside of React,
 *  because scrolling, zooming and live news come by the frame. */
export class MatrixSurface {
  readonly #elements: Elements;
  readonly #model: () => SurfaceModel;
  readonly #colours: () => MatrixColours;
  readonly #observer: ResizeObserver;
  #gutter: Gutter = { left: 0, top: 0 };
  #size: CellSize = { width: 1, height: 1 };
  /** Follows the size of the element until somebody zooms. */
  #fitted = true;
  #marks: Marks = { hover: null, focus: null, open: null };
  #tiles: { looks: MatrixModel['looks']; width: number; height: number; drawn: Tile[] } | null = null;
  #picture: ImageData | null = null;
  /** The axes that the picture was laid by. */
  #view = '';
  #frame: number | null = null;
  /** Gives up what of the picture is still to be laid. */
  #giveUp = () => {};
  /** The cells are to be drawn again, not only the marks. */
  #stale = false;

  constructor(elements: Elements, model: () => SurfaceModel, colours: () => MatrixColours) {
    this.#elements = elements;
    this.#model = model;
    this.#colours = colours;
    this.#observer = new ResizeObserver(() => this.#resized());
    this.#observer.observe(elements.scroller);
    elements.scroller.addEventListener('scroll', this.draw, { passive: true });
    this.relabel();
  }

  dispose(): void {
    this.#observer.disconnect();
    this.#elements.scroller.removeEventListener('scroll', this.draw);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#giveUp();
  }

  /** Draws with the next frame. */
  readonly draw = (): void => {
    this.#stale = true;
    this.#ask();
  };

  #ask(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.#stale) this.#paint();
      else this.#paintMarks();
      this.#stale = false;
    });
  }

  /** Rows or columns are others than before. */
  relabel(): void {
    const { rows, columns } = this.#model();
    this.#gutter = measureGutter(this.#elements.cells.getContext('2d')!, rows, columns);
    this.#resized();
  }

  setMarks(marks: Marks): void {
    this.#marks = marks;
    this.#ask();
  }

  fit(): void {
    this.#fitted = true;
    this.#resized();
  }

  /** @param at the point that stays where it is, client coordinates; the middle where left out */
  zoomBy(factor: number, at?: { x: number; y: number }): void {
    const { scroller } = this.#elements;
    const { ratio, room } = this.#screen();
    const box = scroller.getBoundingClientRect();
    const x = at ? (at.x - box.left - this.#gutter.left) * ratio : room.width / 2;
    const y = at ? (at.y - box.top - this.#gutter.top) * ratio : room.height / 2;
    const before = this.#size;
    const column = (this.#scroll().x + Math.max(0, x)) / before.width;
    const row = (this.#scroll().y + Math.max(0, y)) / before.height;
    const fit = this.#fit();
    this.#size = zoomSize(before, factor, fit, ratio);
    this.#fitted = this.#size.width === fit.width && this.#size.height === fit.height;
    this.#stretch();
    scroller.scrollLeft = (column * this.#size.width - x) / ratio;
    scroller.scrollTop = (row * this.#size.height - y) / ratio;
    this.draw();
  }

  panBy(dx: number, dy: number): void {
    this.#elements.scroller.scrollBy(-dx, -dy);
  }

  /** Scrolls as little as brings a cell into sight. */
  reveal({ row, column }: Place): void {
    const { scroller } = this.#elements;
    const { ratio, room } = this.#screen();
    const { x, y } = this.#scroll();
    const near = (at: number, side: number, from: number, length: number) =>
      at < from ? at : at + side > from + length ? at + side - length : from;
    scroller.scrollLeft = near(column * this.#size.width, this.#size.width, x, room.width) / ratio;
    scroller.scrollTop = near(row * this.#size.height, this.#size.height, y, room.height) / ratio;
    this.draw();
  }

  /** The cell at a point in client coordinates; only the row, or the column, at their labels. */
  at(clientX: number, clientY: number): { row: number | null; column: number | null } {
    const { rows, columns } = this.#model();
    const box = this.#elements.scroller.getBoundingClientRect();
    const { ratio } = this.#screen();
    const { x, y } = this.#scroll();
    const along = (point: number, scroll: number, side: number, count: number) => {
      const index = Math.floor((point * ratio + scroll) / side);
      return point >= 0 && index < count ? index : null;
    };
    return {
      row: along(clientY - box.top - this.#gutter.top, y, this.#size.height, rows.length),
      column: along(clientX - box.left - this.#gutter.left, x, this.#size.width, columns.length),
    };
  }

  boxOf({ row, column }: Place): Box {
    const { ratio } = this.#screen();
    const { x, y } = this.#scroll();
    const { width, height } = this.#size;
    return {
      x: this.#gutter.left + (column * width - x) / ratio,
      y: this.#gutter.top + (row * height - y) / ratio,
      width: width / ratio,
      height: height / ratio,
    };
  }

  /** Rows that fit into the element: a page of the keyboard. */
  get page(): number {
    return Math.max(1, Math.floor(this.#screen().room.height / this.#size.height) - 1);
  }

  #screen() {
    const { clientWidth, clientHeight } = this.#elements.scroller;
    const ratio = window.devicePixelRatio;
    const width = Math.max(0, Math.floor((clientWidth - this.#gutter.left) * ratio));
    const height = Math.max(0, Math.floor((clientHeight - this.#gutter.top) * ratio));
    return { ratio, clientWidth, clientHeight, room: { width, height } };
  }

  #scroll() {
    const { scrollLeft, scrollTop } = this.#elements.scroller;
    const ratio = window.devicePixelRatio;
    return { x: Math.round(scrollLeft * ratio), y: Math.round(scrollTop * ratio) };
  }

  #fit(): CellSize {
    const { rows, columns } = this.#model();
    const { room, ratio } = this.#screen();
    return fitSize(rows.length, columns.length, room, ratio);
  }

  #resized(): void {
    const fit = this.#fit();
    const { width, height } = this.#size;
    this.#size = this.#fitted ? fit : { width: Math.max(width, fit.width), height: Math.max(height, fit.height) };
    this.#stretch();
    this.draw();
  }

  #stretch(): void {
    const { rows, columns } = this.#model();
    const { ratio } = this.#screen();
    const { style } = this.#elements.spacer;
    style.width = `${this.#gutter.left + Math.floor((columns.length * this.#size.width) / ratio)}px`;
    style.height = `${this.#gutter.top + Math.floor((rows.length * this.#size.height) / ratio)}px`;
  }

  #paint(): void {
    const { ratio, clientWidth, clientHeight, room } = this.#screen();
    if (room.width === 0 || room.height === 0) return;
    const { rows, columns, isRowDim, isColumnDim } = this.#model();
    const { x, y } = this.#scroll();
    const axisX = axisOf(columns.length, this.#size.width, x, room.width);
    const axisY = axisOf(rows.length, this.#size.height, y, room.height);
    const context = prepare(this.#elements.cells, clientWidth, clientHeight, ratio);
    const colours = this.#colours();
    const middleOf = (place: Place) => {
      const box = this.boxOf(place);
      return { x: box.x + box.width / 2 - this.#gutter.left, y: box.y + box.height / 2 - this.#gutter.top };
    };
    const sides = { width: this.#size.width / ratio, height: this.#size.height / ratio };
    const named = { rows, columns, isRowDim, isColumnDim };
    paintHeaders(context, { ...named, ...sides, axisX, axisY, middleOf, gutter: this.#gutter, colours });
    this.#paintCells(context, axisX, axisY, room, ratio);
    this.#paintMarks();
  }

  #paintMarks(): void {
    const { ratio, clientWidth, clientHeight } = this.#screen();
    const context = prepare(this.#elements.marks, clientWidth, clientHeight, ratio);
    const { hover, focus, open } = this.#marks;
    const box = (place: Place | null) => place && this.boxOf(place);
    paintMarks(context, { hover: box(hover), focus: box(focus), open: box(open) }, this.#gutter, this.#colours());
  }

  #paintCells(context: CanvasRenderingContext2D, axisX: Axis, axisY: Axis, room: CellSize, ratio: number): void {
    const model = this.#model();
    const { looks } = model;
    const [width, height] = [axisX.side, axisY.side];
    let tiles = this.#tiles;
    if (tiles?.looks !== looks || tiles.width !== width || tiles.height !== height) {
      tiles = this.#tiles = { looks, width, height, drawn: drawTiles(looks, width, height) };
    }
    if (this.#picture?.width !== room.width || this.#picture.height !== room.height) {
      this.#picture = new ImageData(room.width, room.height);
    }
    const picture = this.#picture;
    const pixels = new Uint32Array(picture.data.buffer);
    const view = [axisX, axisY].map(({ count, side, offset, start }) => [count, side, offset, start(0)]).join();
    // From the same view the picture before stays until the new one has come over it.
    if (view !== this.#view) pixels.fill(0);
    this.#view = view;
    const [left, top] = [Math.round(this.#gutter.left * ratio), Math.round(this.#gutter.top * ratio)];
    const rows = layTiles({ pixels, ...room }, axisX, axisY, tiles.drawn, model);
    const lay = () => {
      const isWhole = layFor(rows, LAY_MS);
      context.putImageData(picture, left, top);
      this.#giveUp = isWhole ? () => {} : inOwnTask(lay);
    };
    this.#giveUp();
    lay();
  }
}
