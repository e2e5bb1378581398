import PDFDocument from 'pdfkit';
import { fontFiles } from './fonts';
import { partsOf, type Drawing, type GroupShape, type PaintedShape, type Shape, type TextShape } from './scene';
import { HALO_WIDTH, RAISED } from './style';

type Document = InstanceType<typeof PDFDocument>;

const POINTS_PER_CM = 72 / 2.54;

/** A PDF of figures, one page each: vectors, with the letters it needs of its fonts in it. What is done flows into a
 *  stream, so that a book of any length takes little memory. */
export class PdfBook {
  readonly #document: Document;

  /** @param out receives the bytes, and ends when they are all there
   *  @param created what the document says of its making: equal figures with equal dates give equal bytes */
  constructor(out: NodeJS.WritableStream, title: string, created: Date) {
    const { regular, bold } = fontFiles();
    const info = { Title: title, Creator: 'Atoa', CreationDate: created };
    this.#document = new PDFDocument({ autoFirstPage: false, info, font: regular });
    this.#document.registerFont('regular', regular).registerFont('bold', bold);
    this.#document.pipe(out);
  }

  /** @param widthCm of the page; its height follows */
  addPage({ width, height, title, shapes }: Drawing, widthCm: number): void {
    const scale = (widthCm * POINTS_PER_CM) / width;
    const document = this.#document;
    document.addPage({ size: [width * scale, height * scale], margin: 0 });
    document.outline.addItem(title);
    document.scale(scale);
    for (const shape of shapes) draw(document, shape);
  }

  end(): void {
    this.#document.end();
  }
}

function draw(document: Document, shape: Shape): void {
  if (shape.kind === 'group') drawGroup(document, shape);
  else if (shape.kind === 'text') drawText(document, shape);
  else drawPainted(document, shape);
}

function drawGroup(document: Document, { at, scale, clip, shapes }: GroupShape): void {
  document.save();
  if (at) document.translate(...at);
  if (scale !== undefined) document.scale(scale);
  if (clip) document.rect(clip.x, clip.y, clip.width, clip.height).clip();
  for (const shape of shapes) draw(document, shape);
  document.restore();
}

function trace(document: Document, shape: PaintedShape): void {
  if (shape.kind === 'path') document.path(shape.d);
  else if (shape.kind === 'line') document.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2);
  else if (shape.kind === 'rect') document.rect(shape.x, shape.y, shape.width, shape.height);
  else document.circle(shape.cx, shape.cy, shape.r);
}

/** PDF wants colours and pens before the path that they are for. All of them are set anew: the last shape's are still there. */
function drawPainted(document: Document, shape: PaintedShape): void {
  const { fill, fillOpacity = 1, evenOdd, stroke, strokeOpacity = 1, strokeWidth = 1, dash, join = 'miter' } = shape;
  if (fill !== undefined) document.fillColor(fill, fillOpacity);
  if (stroke !== undefined) document.strokeColor(stroke, strokeOpacity).lineWidth(strokeWidth).lineJoin(join);
  if (dash) document.dash(dash[0], { space: dash[1] });
  trace(document, shape);
  const rule = evenOdd ? 'even-odd' : 'non-zero';
  if (fill !== undefined && stroke !== undefined) document.fillAndStroke(undefined, undefined, rule);
  else if (fill !== undefined) document.fill(rule);
  else document.stroke();
  if (dash) document.undash();
}

function drawText(document: Document, shape: TextShape): void {
  const { before, raised, after } = partsOf(shape.text);
  const parts = [
    { text: before, size: shape.size, up: 0 },
    { text: raised, size: RAISED.size, up: RAISED.by },
    { text: after, size: shape.size, up: 0 },
  ].filter(({ text }) => text !== '');
  document.font(shape.bold ? 'bold' : 'regular');
  const widths = parts.map(({ text, size }) => document.fontSize(size).widthOfString(text));
  const width = widths.reduce((sum, each) => sum + each, 0);
  let x = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
  parts.forEach(({ text, size, up }, i) => {
    drawPart(document, text, x, shape.y - up, size, shape);
    x += widths[i]!;
  });
}

function drawPart(
  document: Document,
  text: string,
  x: number,
  y: number,
  size: number,
  { color, halo }: TextShape,
): void {
  const place = { lineBreak: false, baseline: 'alphabetic' } as const;
  document.fontSize(size);
  if (halo !== null) {
    document.lineWidth(HALO_WIDTH).lineJoin('round').strokeColor(halo, 1);
    document.text(text, x, y, { ...place, fill: false, stroke: true });
  }
  document.fillColor(color, 1).text(text, x, y, { ...place, fill: true, stroke: false });
}
