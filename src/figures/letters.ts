import { Resvg } from './renderer';
import { fontOptions } from './fonts';
import { coordinate } from './scene';
import { FONT } from './style';
import { escapeText } from './svg';

/** A piece of text in thousandths of its size. */
interface Piece {
  /** Where its path begins; null where there is nothing to see. */
  start: [x: number, y: number] | null;
  /** As SVG, all of it relative. */
  path: string;
  advance: number;
}

/** Pieces that are kept: those of axes and facts come again from figure to figure. */
const MOST = 8000;

/** Outlines of texts in one weight of the figure's font. They are made by the renderer, so that they are those that it would
 *  draw, but a piece only once: for each letter it opens the font's file again, which takes longer than all else in a figure. */
export class Letters {
  readonly #weight: number;
  readonly #known = new Map<string, Piece>();

  constructor(weight: number) {
    this.#weight = weight;
  }

  /** Makes the outlines that these texts need. */
  learn(texts: readonly string[]): void {
    if (this.#known.size > MOST) this.#known.clear();
    const fresh = [...new Set(texts.flatMap(piecesOf))].filter((piece) => !this.#known.has(piece));
    if (fresh.length === 0) return;
    // A letter behind each piece tells how far it goes; behind none it tells its own place.
    const [behind, ...paths] = this.#rendered(['', ...fresh].map((piece) => `${piece}${BEHIND}`));
    fresh.forEach((piece, i) => this.#known.set(piece, toPiece(paths[i]!, behind!)));
  }

  /** The outline of a text that has been learnt, in thousandths of its size, as an SVG path from its place on, and its width. */
  outline(text: string): { path: string; width: number } {
    let [path, width] = ['', 0];
    for (const name of piecesOf(text)) {
      const piece = this.#known.get(name)!;
      if (piece.start) path += `M${width + piece.start[0]} ${piece.start[1]}${piece.path}`;
      width += piece.advance;
    }
    return { path, width };
  }

  #rendered(texts: string[]): string[] {
    const style = `font-family="${FONT}" font-size="1000" font-weight="${this.#weight}"`;
    const body = texts.map((text, i) => `<g id="text-${i}"><text>${escapeText(text)}</text></g>`).join('');
    const document = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" ${style}>${body}</svg>`;
    const paths = texts.map(() => '');
    let at = -1;
    const simple = new Resvg(document, { font: fontOptions() }).toString();
    for (const [, index, d] of simple.matchAll(/<g id="text-(\d+)"|<path[^>]* d="([^"]*)"/g)) {
      if (index !== undefined) at = Number(index);
      else paths[at] += d!;
    }
    return paths;
  }
}

const BEHIND = '\u00a0H';

/** The figure's font kerns neither beside spaces nor beside digits: words and digits can be set one by one. Stations that are
 *  counted then have nothing to learn but their first letters. */
function piecesOf(text: string): string[] {
  // As SVG has it: spaces in a row are one, but for those that do not break, and which are as wide.
  const spaced = text.replace(/[ \t\n\r]+/g, '\u00a0');
  return (spaced.match(/\u00a0|[^\u00a0]+/g) ?? []).flatMap((word) =>
    /^[\d.\u2212]+$/.test(word) ? [...word] : (word.match(/\d|\D+/g) ?? []),
  );
}

/** Numbers of each command. */
const COUNTS: Record<string, number> = { M: 2, L: 2, Q: 4, C: 6 };

/** @param path   of the piece and the letter behind it: absolute, as the renderer writes it, a contour after the other
 *  @param behind that of the letter alone */
function toPiece(path: string, behind: string): Piece {
  const last = path.lastIndexOf('M');
  const advance = coordinate(startOf(path.slice(last))[0] - startOf(behind)[0]);
  if (last <= 0) return { start: null, path: '', advance };
  const start = startOf(path).map(coordinate) as [number, number];
  return { start, path: relative(path.slice(0, last).trim().split(' ')), advance };
}

/** Words of an absolute path as a relative one, without where it begins. */
function relative(words: readonly string[]): string {
  let text = '';
  // Where the pen is, where the contour began, and what has been read of a command.
  let [x, y, xStart, yStart] = [0, 0, 0, 0];
  for (let at = 0; at < words.length;) {
    const command = words[at++]!;
    const end = at + (COUNTS[command] ?? 0);
    let steps = '';
    for (let i = at; i < end; i += 2) {
      const dx = coordinate(Number(words[i]) - x);
      const dy = coordinate(Number(words[i + 1]) - y);
      steps += `${dx < 0 || i === at ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    }
    if (end > at) {
      x = Number(words[end - 2]);
      y = Number(words[end - 1]);
    }
    if (command === 'M') {
      xStart = x;
      yStart = y;
    } else if (command === 'Z') {
      x = xStart;
      y = yStart;
    }
    if (at > 1) text += command.toLowerCase() + steps;
    at = end;
  }
  return text;
}

/** Of a path. */
function startOf(path: string): [number, number] {
  const [, x, y] = path.split(' ', 3);
  return [Number(x), Number(y)];
}
