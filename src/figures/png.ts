import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { outlined } from './outlines';
import type { Drawing } from './scene';
import { toSvg } from './svg';

/** Renders a drawing, which must be opaque, as PNG.
 *  @param width in pixels; the height follows
 *  @param dpi pixels per inch on paper, for programs that ask; not told where left out */
export function toPng(drawing: Drawing, width: number, dpi?: number): Uint8Array {
  const image = new Resvg(toSvg(outlined(drawing)), {
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

/** The pixels without their opacity, each row after its filter: none. */
function opaqueRows(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const stride = 1 + 3 * width;
  const rows = new Uint8Array(height * stride);
  // Four pixels are three words: a third of the time of byte after byte. The last may reach beyond the row.
  const words = new Uint32Array(3 * Math.ceil(width / 4));
  const bytes = new Uint8Array(words.buffer, 0, 3 * width);
  const pixels = new Uint32Array(4 * Math.ceil(width / 4));
  const from = new Uint8Array(pixels.buffer);
  for (let y = 0; y < height; y++) {
    from.set(rgba.subarray(4 * width * y, 4 * width * (y + 1)));
    for (let i = 0, o = 0; i < pixels.length; i += 4, o += 3) {
      const [b, c, d] = [pixels[i + 1]!, pixels[i + 2]!, pixels[i + 3]!];
      words[o] = (pixels[i]! & 0xffffff) | (b << 24);
      words[o + 1] = ((b >>> 8) & 0xffff) | (c << 16);
      words[o + 2] = ((c >>> 16) & 0xff) | (d << 8);
    }
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
