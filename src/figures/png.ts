import { crc32, deflateSync } from 'node:zlib';
import { forgetPixels } from './memory';
import { Resvg } from './renderer';
import { outlined } from './outlines';
import type { Drawing } from './scene';
import { toSvg } from './svg';

/** Renders a drawing, which must be opaque, as PNG.
 *  @param width in pixels; the height follows
 *  @param dpi pixels per inch on paper, for programs that ask; not told where left out */
export function toPng(drawing: Drawing, width: number, dpi?: number): Uint8Array {
  const bytes = rendered(drawing, width, dpi);
  forgetPixels();
  return bytes;
}

/** A function of its own, so that nothing holds its pixels when it is done. */
function rendered(drawing: Drawing, width: number, dpi: number | undefined): Uint8Array {
  const image = new Resvg(toSvg(outlined({ ...drawing, title: '' })), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
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
  const data = deflateSync(opaqueRows(rgba, width, height), { level: 1 });
  const size = dpi === undefined ? [] : [chunk('pHYs', density(dpi))];
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...size,
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Kept from figure to figure: new memory has to be filled with zeros first. */
let kept = new Uint8Array(0);

/** The pixels without their opacity, each row after its filter: none. They hold until the next picture. */
function opaqueRows(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const stride = 1 + 3 * width;
  if (kept.length < height * stride) kept = new Uint8Array(height * stride);
  const rows = kept.subarray(0, height * stride);
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  // Four pixels are three words: a third of the time of byte after byte. The last may reach beyond the row.
  const words = new Uint32Array(3 * Math.ceil(width / 4));
  const bytes = new Uint8Array(words.buffer, 0, 3 * width);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let i = start, o = 0; i < start + width; i += 4, o += 3) {
      const b = pixels[i + 1]!;
      const c = pixels[i + 2]!;
      words[o] = (pixels[i]! & 0xffffff) | (b << 24);
      words[o + 1] = ((b >>> 8) & 0xffff) | (c << 16);
      words[o + 2] = ((c >>> 16) & 0xff) | (pixels[i + 3]! << 8);
    }
    rows[y * stride] = 0;
    rows.set(bytes, y * stride + 1);
  }
  return rows;
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
