import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';

// Not named `require`: the bundler declares one of its own in each chunk.
const packages = createRequire(import.meta.url);
const FAMILY = '@expo-google-fonts/ibm-plex-sans';
let fonts: string[] | null = null;

/** The figure's own fonts, so that it looks the same on every machine: users' systems may have none. */
function fontFiles(): string[] {
  fonts ??= ['400Regular', '600SemiBold'].map((style) =>
    packages.resolve(`${FAMILY}/${style}/IBMPlexSans_${style}.ttf`),
  );
  return fonts;
}

/** Renders an SVG document, which must be opaque, as PNG.
 *  @param options.width in pixels; the height follows */
export function toPng(svg: string, options: { width: number }): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: options.width },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'IBM Plex Sans' },
  }).render();
  return encodePng(image.pixels, image.width, image.height);
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** PNG of opaque RGBA pixels, unfiltered at zlib's fastest: as small as the renderer's own for figures of flat colour,
 *  in a quarter of its time. @see W3C PNG specification, third edition */
function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
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
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array(0))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
