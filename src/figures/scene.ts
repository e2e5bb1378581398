import { COLOR, SIZE } from './style';

/** A rectangle to draw in. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a shape is filled and stroked; what is left out is not done. */
export interface Paint {
  fill?: string;
  fillOpacity?: number;
  evenOdd?: boolean;
  stroke?: string;
  strokeWidth?: number;
  strokeOpacity?: number;
  /** Lengths of dash and gap. */
  dash?: [number, number];
  join?: 'round' | 'bevel';
}

export interface TextShape {
  kind: 'text';
  x: number;
  /** Of the baseline. */
  y: number;
  /** A power, as in `×10^5`, is raised. */
  text: string;
  size: number;
  color: string;
  anchor: 'start' | 'middle' | 'end';
  bold: boolean;
  /** Drawn under the letters, to keep them legible over lines. */
  halo: string | null;
}

export interface GroupShape {
  kind: 'group';
  /** Where its origin is. */
  at?: [x: number, y: number];
  /** How much larger it is drawn. */
  scale?: number;
  clip?: Box;
  shapes: Shape[];
}

type Geometry =
  /** `d` as in SVG. */
  | { kind: 'path'; d: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'rect'; x: number; y: number; width: number; height: number }
  | { kind: 'circle'; cx: number; cy: number; r: number };

export type PaintedShape = Geometry & Paint;

/** What a figure is made of, whatever it is written as. `role` says what it stands for. */
export type Shape = (PaintedShape | TextShape | GroupShape) & { role?: string };

/** A figure: a page of shapes in pixels, y downward. */
export interface Drawing {
  width: number;
  height: number;
  /** What it is of, for a reader's title bar. */
  title: string;
  shapes: Shape[];
}

export function path(d: string, paint: Paint, role?: string): Shape {
  return { kind: 'path', d, ...paint, ...(role === undefined ? {} : { role }) };
}

export function line(x1: number, y1: number, x2: number, y2: number, paint: Paint = {}): Shape {
  return { kind: 'line', x1, y1, x2, y2, stroke: COLOR.hairline, strokeWidth: 0.75, ...paint };
}

export function rect({ x, y, width, height }: Box, paint: Paint, role?: string): Shape {
  return { kind: 'rect', x, y, width, height, ...paint, ...(role === undefined ? {} : { role }) };
}

export function circle(r: number, paint: Paint): Shape {
  return { kind: 'circle', cx: 0, cy: 0, r, ...paint };
}

export function group(role: string, shapes: Shape[], place: Pick<GroupShape, 'at' | 'scale' | 'clip'> = {}): Shape {
  return { kind: 'group', role, ...place, shapes };
}

type TextStyle = Partial<Pick<TextShape, 'size' | 'color' | 'anchor' | 'bold' | 'halo'>>;

export function label(x: number, y: number, text: string, style: TextStyle = {}): Shape {
  const plain = { size: SIZE.normal, color: COLOR.ink, anchor: 'start', bold: false, halo: null } as const;
  return { kind: 'text', x, y, text, ...plain, ...style };
}

/** A text in parts: what comes before a power, the power, and what comes after. */
export function partsOf(text: string): { before: string; raised: string; after: string } {
  const [, before = text, raised = '', after = ''] = /^(.*?)\^(\u2212?\d+)(.*)$/s.exec(text) ?? [];
  return { before, raised, after };
}

/** A coordinate with two digits: enough for a screen, and short. */
export function coordinate(x: number): number {
  return Math.round(x * 100) / 100;
}

/** A number for reading: a true minus, and a fixed count of digits where given. */
export function readable(value: number, digits?: number): string {
  const text = digits === undefined ? String(Number(value.toPrecision(12))) : value.toFixed(digits);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '\u2212');
}
