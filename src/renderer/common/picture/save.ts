import type { ExportResult } from '@/api';
import { notifyDone, notifyError } from '../../app/notices';
import { useApp } from '../../app/store';
import { api } from '../../bridge';
import { conclude, offer } from '../../run/download';
import { texts } from '../../texts';
import type { Pen } from './pen';
import { SvgPen } from './svgPen';

export type PictureFormat = 'png' | 'svg';

/** A plot as it can be saved: in the colours of paper, whatever the page's are. */
export interface Picture {
  /** Of the file, without its ending. */
  name: string;
  /** What is shown, in a line above the plot. */
  title: string;
  /** CSS pixels */
  size: { width: number; height: number };
  /** Large ones are drawn in steps of a millisecond or two. */
  draw: (pen: Pen) => Iterable<void> | void;
}

const PAPER = '#ffffff';
const INK = '#1b2027';
const FONT = '600 12px system-ui, sans-serif';
/** Room for the title, px. */
const HEAD = 24;
/** Pixels of a PNG by CSS pixel: a plot of half a column is still sharp in print. */
const SHARPNESS = 3;
const BUDGET_MILLISECONDS = 8;
const URL_KEPT_MS = 60_000;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function drawWhole(pen: Pen, { title, size, draw }: Picture): Promise<void> {
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, size.width, size.height + HEAD);
  pen.font = FONT;
  pen.fillStyle = INK;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(title, 10, HEAD / 2 + 2);
  pen.translate(0, HEAD);
  let until = performance.now() + BUDGET_MILLISECONDS;
  for (const step of draw(pen) ?? []) {
    void step;
    if (performance.now() < until) continue;
    await nextFrame();
    until = performance.now() + BUDGET_MILLISECONDS;
  }
}

function canvasOf({ width, height }: Picture['size']) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SHARPNESS);
  canvas.height = Math.round((height + HEAD) * SHARPNESS);
  const context = canvas.getContext('2d')!;
  context.scale(SHARPNESS, SHARPNESS);
  return { canvas, context };
}

async function made(picture: Picture, format: PictureFormat): Promise<Blob> {
  const { width, height } = picture.size;
  if (format === 'svg') {
    const ruler = document.createElement('canvas').getContext('2d')!;
    const pen = new SvgPen((text, font) => Object.assign(ruler, { font }).measureText(text));
    await drawWhole(pen, picture);
    return new Blob([pen.document(width, height + HEAD)], { type: 'image/svg+xml' });
  }
  const { canvas, context } = canvasOf(picture.size);
  await drawWhole(context, picture);
  return new Promise((found, failed) =>
    canvas.toBlob((blob) => (blob ? found(blob) : failed(new Error(texts.picture.none)))),
  );
}

/** The bytes as base64, which crosses every boundary. */
function encoded(blob: Blob): Promise<string> {
  return new Promise((found, failed) => {
    const reader = new FileReader();
    reader.onload = () => found(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => failed(reader.error ?? new Error(texts.picture.none));
    reader.readAsDataURL(blob);
  });
}

/** Saves a plot where the native dialog says; a browser downloads it, which never leaves the page for that. */
export async function savePicture(picture: Picture, format: PictureFormat): Promise<void> {
  const name = `${picture.name.replace(/[^\w.-]+/g, '_')}.${format}`;
  try {
    const blob = await made(picture, format);
    if (useApp.getState().info?.nativeDialogs) {
      const saving: Promise<ExportResult> = api.savePicture({ name, format, base64: await encoded(blob) });
      return await conclude(saving);
    }
    const url = URL.createObjectURL(blob);
    offer({ name, url });
    window.setTimeout(() => URL.revokeObjectURL(url), URL_KEPT_MS);
    notifyDone(texts.pairs.downloaded(name));
  } catch (error) {
    notifyError(error);
  }
}
