import { Resvg } from '@resvg/resvg-js';
import { fontOptions } from './fonts';
import { group, path, type Drawing, type Shape, type TextShape } from './scene';
import { COLOR, HALO_WIDTH } from './style';
import { textElement } from './svg';

/** Texts whose outlines are kept: those of axes and facts come again from figure to figure. */
const MOST = 4000;
/** Outlines as SVG paths, about the text's own place. */
const known = new Map<string, string>();

/** The same drawing with outlines for its texts. The renderer looks for each letter in the font's file, which takes
 *  longer than all else in reading a figure. */
export function outlined(drawing: Drawing): Drawing {
  if (known.size > MOST) known.clear();
  learn(textsOf(drawing.shapes).filter((text) => !known.has(keyOf(text))));
  return { ...drawing, shapes: drawing.shapes.map(outlinedShape) };
}

function keyOf({ text, size, bold, anchor }: TextShape): string {
  return `${size} ${bold} ${anchor} ${text}`;
}

function textsOf(shapes: Shape[]): TextShape[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'text' ? [shape] : shape.kind === 'group' ? textsOf(shape.shapes) : [],
  );
}

/** Has the renderer make the outlines, so that they are those that it would draw. */
function learn(texts: TextShape[]): void {
  const fresh = [...new Map(texts.map((text) => [keyOf(text), text]))];
  if (fresh.length === 0) return;
  const body = fresh.map(([, text], i) => {
    const plain = textElement({ ...text, x: 0, y: 0, color: COLOR.ink, halo: null });
    return `<g id="text-${i}">${plain}</g>`;
  });
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${body.join('')}</svg>`;
  const found = fresh.map(() => '');
  let at = -1;
  const simple = new Resvg(document, { font: fontOptions() }).toString();
  for (const [, index, d] of simple.matchAll(/<g id="text-(\d+)"|<path[^>]* d="([^"]*)"/g)) {
    if (index !== undefined) at = Number(index);
    else found[at] += d!;
  }
  fresh.forEach(([key], i) => known.set(key, found[i]!));
}

function outlinedShape(shape: Shape): Shape {
  if (shape.kind === 'group') return { ...shape, shapes: shape.shapes.map(outlinedShape) };
  if (shape.kind !== 'text') return shape;
  const d = known.get(keyOf(shape)) ?? '';
  const { halo } = shape;
  const under = halo === null ? [] : [path(d, { stroke: halo, strokeWidth: HALO_WIDTH, join: 'round' })];
  return group(shape.role ?? 'text', [...under, path(d, { fill: shape.color })], { at: [shape.x, shape.y] });
}
