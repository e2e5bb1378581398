import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Download } from '@/session';
import { SAFE_HEADERS } from './pages';

/** Sends a file for the browser to save: streamed, whatever its size. */
export async function sendDownload(download: Download | null, response: ServerResponse): Promise<void> {
  const found = download && (await stat(download.path).catch(() => null));
  if (download === null || found === null) {
    response.writeHead(404, { ...SAFE_HEADERS, 'Content-Type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'Content-Type': 'application/octet-stream',
    'Content-Length': found.size,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`,
    'Cache-Control': 'no-store',
  });
  // A browser that goes away in the middle is no error of ours.
  await pipeline(createReadStream(download.path), response).catch(() => undefined);
}
