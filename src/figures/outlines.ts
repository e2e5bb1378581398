import { Letters } from './letters';
import { group, partsOf, path, type Drawing, type Shape, type TextShape } from './scene';
import { HALO_WIDTH, RAISED, WEIGHT } from './style';

const letters = { regular: new Letters(WEIGHT.regular), bold: new Letters(WEIGHT.bold) };

const lettersOf = ({ bold }: TextShape) => (bold ? letters.bold : letters.regular);

/** The same drawing with outlines for its texts, which the renderer would be slow to make (src/figures/letters.ts). */
export function outlined(drawing: Drawing): Drawing {
  const texts = textsOf(drawing.shapes);
  for (const each of [letters.regular, letters.bold]) {
    each.learn(texts.filter((text) => lettersOf(text) === each).flatMap(({ text }) => Object.values(partsOf(text))));
  }
  return { ...drawing, shapes: drawing.shapes.map(outlinedShape) };
}

function textsOf(shapes: Shape[]): TextShape[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'text' ? [shape] : shape.kind === 'group' ? textsOf(shape.shapes) : [],
  );
}

function outlinedShape(shape: Shape): Shape {
  if (shape.kind === 'group') return { ...shape, shapes: shape.shapes.map(outlinedShape) };
  return shape.kind === 'text' ? outlinedText(shape) : shape;
}

function outlinedText(shape: TextShape & { role?: string }): Shape {
  const { before, raised, after } = partsOf(shape.text);
  const parts = [
    { text: before, size: shape.size, up: 0 },
    { text: raised, size: RAISED.size, up: RAISED.by },
    { text: after, size: shape.size, up: 0 },
  ]
    .filter(({ text }) => text !== '')
    .map((part) => ({ ...part, scale: part.size / 1000, ...lettersOf(shape).outline(part.text) }));
  const width = parts.reduce((sum, part) => sum + part.width * part.scale, 0);
  let x = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
  const { halo, color } = shape;
  const drawn = parts.map((part) => {
    const at: [number, number] = [x, shape.y - part.up];
    x += part.width * part.scale;
    const under =
      halo === null ? [] : [path(part.path, { stroke: halo, strokeWidth: HALO_WIDTH / part.scale, join: 'round' })];
    return group('letters', [...under, path(part.path, { fill: color })], { at, scale: part.scale });
  });
  return drawn.length === 1 ? drawn[0]! : group(shape.role ?? 'text', drawn);
}
