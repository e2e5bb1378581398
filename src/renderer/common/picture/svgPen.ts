import type { Pen } from './pen';

type Style = Pick<
  Pen,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'globalAlpha' | 'font' | 'textAlign' | 'textBaseline'
>;

const FIRST: Style = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};
const ANCHORS: Record<string, string> = { center: 'middle', right: 'end', end: 'end' };
/** Shares of a letter's size by which its base line lies lower: not all programs know SVG's own word for that. */
const LOWER: Record<string, number> = { top: 0.78, hanging: 0.78, middle: 0.35, bottom: -0.22 };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
/** A hundredth of a pixel is enough for print. */
const digits = (value: number) => String(Math.round(value * 100) / 100);

/** Draws into the text of an SVG file. Transforms hold for what is begun after them, as all plots use them. */
export class SvgPen implements Pen {
  fillStyle = FIRST.fillStyle;
  strokeStyle = FIRST.strokeStyle;
  lineWidth = FIRST.lineWidth;
  lineJoin = FIRST.lineJoin;
  globalAlpha = FIRST.globalAlpha;
  font = FIRST.font;
  textAlign = FIRST.textAlign;
  textBaseline = FIRST.textBaseline;
  readonly #parts: string[] = [];
  /** What `restore` goes back to, and how many groups are open in the file then. */
  readonly #saved: { style: Style; groups: number; dash: string }[] = [];
  #groups = 0;
  #clips = 0;
  #path: string[] = [];
  #dash = '';

  /** @param measure width of a text in a font, px: a file cannot measure */
  constructor(private readonly measure: (text: string, font: string) => TextMetrics) {}

  /** The file, px by px as large as what was drawn. */
  document(width: number, height: number): string {
    const size = `width="${digits(width)}" height="${digits(height)}" viewBox="0 0 ${digits(width)} ${digits(height)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${this.#parts.join('\n')}${'</g>'.repeat(this.#groups)}\n</svg>\n`;
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${digits(x)} ${digits(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${digits(x)} ${digits(y)}`);
  }

  closePath(): void {
    this.#path.push('Z');
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${digits(x)} ${digits(y)}h${digits(width)}v${digits(height)}h${digits(-width)}Z`);
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const at = (angle: number) => `${digits(x + radius * Math.cos(angle))} ${digits(y + radius * Math.sin(angle))}`;
    const [r, middle] = [digits(radius), (from + to) / 2];
    // In two halves: an arc that ends where it began would be none.
    const half = (angle: number) => `A${r} ${r} 0 0 1 ${at(angle)}`;
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${at(from)}${half(middle)}${half(to)}`);
  }

  fill(): void {
    if (this.#path.length > 0) this.#draw(`<path d="${this.#path.join('')}" ${this.#filled()}/>`);
  }

  stroke(): void {
    if (this.#path.length > 1) this.#draw(`<path d="${this.#path.join('')}" ${this.#stroked()}/>`);
  }

  clip(): void {
    const id = `clip${++this.#clips}`;
    this.#draw(`<clipPath id="${id}"><path d="${this.#path.join('')}"/></clipPath>`);
    this.#open(`clip-path="url(#${id})"`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#draw(`<rect ${box(x, y, width, height)} ${this.#filled()}/>`);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#draw(`<rect ${box(x, y, width, height)} ${this.#stroked()}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    this.#draw(this.#text(text, x, y, this.#filled()));
  }

  strokeText(text: string, x: number, y: number): void {
    this.#draw(this.#text(text, x, y, this.#stroked()));
  }

  measureText(text: string): TextMetrics {
    return this.measure(text, this.font);
  }

  setLineDash(lengths: Iterable<number>): void {
    this.#dash = [...lengths].map(digits).join(' ');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    const style = { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textAlign, textBaseline };
    this.#saved.push({ style, groups: this.#groups, dash: this.#dash });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (!saved) return;
    Object.assign(this, saved.style);
    this.#dash = saved.dash;
    this.#draw('</g>'.repeat(this.#groups - saved.groups));
    this.#groups = saved.groups;
  }

  translate(x: number, y: number): void {
    this.#open(`transform="translate(${digits(x)} ${digits(y)})"`);
  }

  rotate(angle: number): void {
    this.#open(`transform="rotate(${digits((angle * 180) / Math.PI)})"`);
  }

  #open(attribute: string): void {
    this.#draw(`<g ${attribute}>`);
    this.#groups++;
  }

  #draw(part: string): void {
    if (part !== '') this.#parts.push(part);
  }

  #filled(): string {
    return coloured('fill', String(this.fillStyle), this.globalAlpha);
  }

  #stroked(): string {
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    const dash = this.#dash === '' ? '' : ` stroke-dasharray="${this.#dash}"`;
    const width = `stroke-width="${digits(this.lineWidth)}"`;
    const colour = coloured('stroke', String(this.strokeStyle), this.globalAlpha);
    return `fill="none" ${colour} ${width}${join}${dash}`;
  }

  #text(text: string, x: number, y: number, paint: string): string {
    const [, weight = '', size = '10', family = 'sans-serif'] = /^(bold |\d+ )?([\d.]+)px (.+)$/.exec(this.font) ?? [];
    const lower = (LOWER[this.textBaseline] ?? 0) * Number(size);
    const anchor = ANCHORS[this.textAlign];
    const attributes = [
      `x="${digits(x)}" y="${digits(y + lower)}"`,
      `font-family="${escaped(family)}" font-size="${size}"`,
      weight === '' ? '' : `font-weight="${weight.trim()}"`,
      anchor === undefined ? '' : `text-anchor="${anchor}"`,
      paint,
    ];
    return `<text ${attributes.filter((each) => each !== '').join(' ')}>${escaped(text)}</text>`;
  }
}

/** Many programs that read SVG know colours only as they were written before there was an opacity in them. */
function coloured(attribute: 'fill' | 'stroke', colour: string, alpha: number): string {
  const [, red, green, blue, percent] = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(colour) ?? [];
  const opacity = alpha * (percent === undefined ? 1 : Number(percent) / 100);
  const opaque = percent === undefined ? colour : `rgb(${red},${green},${blue})`;
  return `${attribute}="${opaque}"${opacity === 1 ? '' : ` ${attribute}-opacity="${digits(opacity)}"`}`;
}

function box(x: number, y: number, width: number, height: number): string {
  return `x="${digits(x)}" y="${digits(y)}" width="${digits(width)}" height="${digits(height)}"`;
}
