import { createRequire } from 'node:module';
import type * as Renderer from '@resvg/resvg-js';

// Not named `require`: the bundler declares one of its own in each chunk.
const packages = createRequire(import.meta.url);

// The renderer's memory is its own (mimalloc): it would give each picture's back to the system and ask for it anew, page by
// page, which takes as long as drawing its lines. Its settings are read when it is loaded.
process.env['MIMALLOC_PURGE_DELAY'] ??= '-1';

/** What draws SVG. */
export const { Resvg } = packages('@resvg/resvg-js') as typeof Renderer;
