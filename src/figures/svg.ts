import { coordinate, partsOf, type Drawing, type GroupShape, type Paint, type Shape, type TextShape } from './scene';
import { FONT, HALO_WIDTH, RAISED, WEIGHT } from './style';

/** Attributes of an element; those that are undefined are left out. */
type Attributes = Record<string, string | number | undefined>;

/** A document's pieces, which are joined once: copying long paths at each level would take longer than all else. */
interface Pieces {
  texts: string[];
  /** Count of clips, for their names. */
  clips: number;
}

/** A drawing as an SVG document.
 *  @param width physical, such as `20cm`; the drawing's own pixels where left out */
export function toSvg({ width, height, title, shapes }: Drawing, physicalWidth?: string): string {
  const size = physicalWidth === undefined ? { width, height } : { width: physicalWidth };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${Math.round(height)}` };
  const to: Pieces = { texts: [], clips: 0 };
  to.texts.push(`<svg${written({ ...attributes, 'font-family': FONT })}><title>${escapeText(title)}</title>`);
  for (const shape of shapes) write(shape, to);
  to.texts.push('</svg>');
  return to.texts.join('');
}

function write(shape: Shape, to: Pieces): void {
  const role = shape.role === undefined ? '' : ` class="${shape.role}"`;
  switch (shape.kind) {
    case 'group':
      return writeGroup(shape, role, to);
    case 'text':
      to.texts.push(`<text${role}${written(textAttributes(shape))}>${raised(shape.text)}</text>`);
      return;
    case 'path':
      to.texts.push(`<path${role} d="`, shape.d, `"${painted(shape)}/>`);
      return;
    case 'line': {
      const { x1, y1, x2, y2 } = shape;
      to.texts.push(`<line${role}${written({ x1, y1, x2, y2 })}${painted(shape)}/>`);
      return;
    }
    case 'rect': {
      const { x, y, width, height } = shape;
      to.texts.push(`<rect${role}${written({ x, y, width, height })}${painted(shape)}/>`);
      return;
    }
    case 'circle': {
      const { cx, cy, r } = shape;
      to.texts.push(`<circle${role}${written({ cx, cy, r })}${painted(shape)}/>`);
    }
  }
}

function writeGroup({ at, scale, clip, shapes }: GroupShape, role: string, to: Pieces): void {
  const moved = at === undefined ? '' : `translate(${coordinate(at[0])} ${coordinate(at[1])})`;
  const transform = scale === undefined ? moved || undefined : `${moved} scale(${scale})`;
  let clipPath: string | undefined;
  if (clip) {
    const id = `clip-${++to.clips}`;
    to.texts.push(`<clipPath id="${id}"><rect${written({ ...clip })}/></clipPath>`);
    clipPath = `url(#${id})`;
  }
  to.texts.push(`<g${role}${written({ transform, 'clip-path': clipPath })}>`);
  for (const shape of shapes) write(shape, to);
  to.texts.push('</g>');
}

function painted(paint: Paint): string {
  return written({
    fill: paint.fill ?? 'none',
    'fill-opacity': paint.fillOpacity,
    'fill-rule': paint.evenOdd ? 'evenodd' : undefined,
    stroke: paint.stroke,
    'stroke-width': paint.strokeWidth,
    'stroke-opacity': paint.strokeOpacity,
    'stroke-dasharray': paint.dash?.join(' '),
    'stroke-linejoin': paint.join,
  });
}

function textAttributes({ x, y, size, color, anchor, bold, halo }: TextShape): Attributes {
  const under =
    halo === null
      ? {}
      : { stroke: halo, 'stroke-width': HALO_WIDTH, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return {
    ...{ x, y, 'font-size': size, fill: color },
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-weight': bold ? WEIGHT.bold : undefined,
    ...under,
  };
}

function raised(text: string): string {
  const { before, raised: power, after } = partsOf(text);
  if (power === '') return escapeText(text);
  const up = `<tspan${written({ dy: -RAISED.by, 'font-size': RAISED.size })}>${escapeText(power)}</tspan>`;
  const down = after === '' ? '' : `<tspan${written({ dy: RAISED.by })}>${escapeText(after)}</tspan>`;
  return escapeText(before) + up + down;
}

export function escapeText(text: string): string {
  // Control characters are not allowed in XML at all.
  return text
    .replace(/[^\P{Cc}\t\n]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Attributes whose values need no escaping: numbers, colours, names of our own. */
function written(attributes: Attributes): string {
  let text = '';
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) text += ` ${key}="${typeof value === 'number' ? coordinate(value) : value}"`;
  }
  return text;
}
