import {
  coordinate,
  partsOf,
  type Box,
  type Drawing,
  type GroupShape,
  type Paint,
  type Shape,
  type TextShape,
} from './scene';
import { FONT, HALO_WIDTH, RAISED } from './style';

/** Attributes of an element; those that are undefined are left out. */
type Attributes = Record<string, string | number | undefined>;

/** A drawing as an SVG document.
 *  @param width physical, such as `20cm`; the drawing's own pixels where left out */
export function toSvg({ width, height, title, shapes }: Drawing, physicalWidth?: string): string {
  const size = physicalWidth === undefined ? { width, height } : { width: physicalWidth };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${width} ${Math.round(height)}` };
  const clips: Box[] = [];
  const body = element('title', {}, escapeText(title)) + shapes.map((shape) => written(shape, clips)).join('');
  return element('svg', { ...attributes, 'font-family': FONT }, body);
}

function written(shape: Shape, clips: Box[]): string {
  const role = { class: shape.role };
  switch (shape.kind) {
    case 'group':
      return writtenGroup(shape, role, clips);
    case 'text':
      return textElement(shape);
    case 'path':
      return element('path', { ...role, d: shape.d, ...paintAttributes(shape) });
    case 'line': {
      const { x1, y1, x2, y2 } = shape;
      return element('line', { ...role, x1, y1, x2, y2, ...paintAttributes(shape) });
    }
    case 'rect': {
      const { x, y, width, height } = shape;
      return element('rect', { ...role, x, y, width, height, ...paintAttributes(shape) });
    }
    case 'circle': {
      const { cx, cy, r } = shape;
      return element('circle', { ...role, cx, cy, r, ...paintAttributes(shape) });
    }
  }
}

function writtenGroup({ at, clip, shapes }: GroupShape, role: Attributes, clips: Box[]): string {
  const transform = at && `translate(${coordinate(at[0])} ${coordinate(at[1])})`;
  let definition = '';
  let clipPath: string | undefined;
  if (clip) {
    const id = `clip-${clips.push(clip)}`;
    definition = element('clipPath', { id }, element('rect', { ...clip }));
    clipPath = `url(#${id})`;
  }
  const content = shapes.map((shape) => written(shape, clips)).join('');
  return definition + element('g', { ...role, transform, 'clip-path': clipPath }, content);
}

/** A text in the figure's font. */
export function textElement(shape: TextShape & { role?: string }): string {
  const attributes = { class: shape.role, ...textAttributes(shape) };
  return element('text', attributes, raised(shape.text));
}

function paintAttributes(paint: Paint): Attributes {
  return {
    fill: paint.fill ?? 'none',
    'fill-opacity': paint.fillOpacity,
    'fill-rule': paint.evenOdd ? 'evenodd' : undefined,
    stroke: paint.stroke,
    'stroke-width': paint.strokeWidth,
    'stroke-opacity': paint.strokeOpacity,
    'stroke-dasharray': paint.dash?.join(' '),
    'stroke-linejoin': paint.join,
  };
}

function textAttributes({ x, y, size, color, anchor, bold, halo }: TextShape): Attributes {
  const under =
    halo === null
      ? {}
      : { stroke: halo, 'stroke-width': HALO_WIDTH, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return {
    ...{ x, y, 'font-size': size, fill: color },
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-weight': bold ? 600 : undefined,
    ...under,
  };
}

function raised(text: string): string {
  const { before, raised: power, after } = partsOf(text);
  if (power === '') return escapeText(text);
  const up = element('tspan', { dy: -RAISED.by, 'font-size': RAISED.size }, escapeText(power));
  return escapeText(before) + up + element('tspan', { dy: RAISED.by }, escapeText(after));
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

function element(name: string, attributes: Attributes, content = ''): string {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    text += ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeText(value)}"`;
  }
  return content === '' ? `${text}/>` : `${text}>${content}</${name}>`;
}
