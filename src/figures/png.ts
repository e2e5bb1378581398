import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from './fonts';
import type { Drawing } from './scene';
import { toSvg } from './svg';

/** Renders a drawing, which must be opaque, as PNG.
 *  @param width in pixels; the height follows
 *  @param dpi pixels per inch on paper, for programs that ask; not told where left out */
export function toPng(drawing: Drawing, width: number, dpi?: number): Uint8Array {
  const { regular, bold } = fontFiles();
  const image = new Resvg(toSvg(drawing), {
    fitTo: { mode: 'width', value: width },
    font: { fontFiles: [regular, bold], loadSystemFonts: false, defaultFontFamily: 'IBM Plex Sans' },
  }).render();
  return encodePng(image.pixels, image.width, image.height, dpi);
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** PNG of opaque RGBA pixels, unfiltered at zlib's fastest: as small as the renderer's own for figures of flat colour,
 *  in a quarter of its time. @see W3C PNG specification, third edition */
function encodePng(rgba: Uint8Array, width: number, height: number, dpi: number | undefined): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  const rows = new Uint8Array(height * (1 + 3 * width));
  let out = 0;
  for (let y = 0, from = 0; y < height; y++) {
    // The row's filter: none.
    rows[out++] = 0;
    for (let x = 0; x < width; x++, from += 4) {
      rows[out++] = rgba[from]!;
      rows[out++] = rgba[from + 1]!;
      rows[out++] = rgba[from + 2]!;
    }
  }
  const data = deflateSync(rows, { level: 1 });
  const size = dpi === undefined ? [] : [chunk('pHYs', density(dpi))];
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...size,
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Pixels per metre, both ways. */
function density(dpi: number): Uint8Array {
  const bytes = Buffer.alloc(9);
  const perMetre = Math.round(dpi / 0.0254);
  bytes.writeUInt32BE(perMetre, 0);
  bytes.writeUInt32BE(perMetre, 4);
  bytes[8] = 1;
  return bytes;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
