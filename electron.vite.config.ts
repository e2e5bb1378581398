import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { hdf5Wasm } from './tools/programs/hdf5Wasm.js';

const source = resolve(import.meta.dirname, 'src');
const alias = { '@': source };

/** Packages that go into the bundle: looking up and reading their many small files takes longer than the rest of a start
 *  (docs/performance.md). The others hold binaries or data, or are loaded only where they are needed. */
const bundled = [
  'cli-progress',
  'commander',
  'csv-stringify',
  'd3-geo',
  'electron-log',
  'fastest-levenshtein',
  'geographiclib-geodesic',
  'h5wasm',
  'saxes',
  'topojson-client',
  'write-file-atomic',
  'yaml',
  'zod',
];

/** Electron's main process and its workers share their chunks. What plain Node runs is bundled by tools/programs. */
export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [hdf5Wasm({ path: 'hdf5.wasm', emit: true })],
    build: {
      sourcemap: true,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        treeshake: { moduleSideEffects: (id) => !id.startsWith(source) },
        input: {
          index: resolve(source, 'main/index.ts'),
          'workers/pair': resolve(source, 'workers/pair.ts'),
          'workers/writer': resolve(source, 'workers/writer.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      // A sandboxed preload script can load Electron and nothing else: what it needs is in its one file.
      externalizeDeps: false,
      rollupOptions: {
        treeshake: { moduleSideEffects: false },
        input: { index: resolve(source, 'preload/index.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(source, 'renderer'),
    resolve: { alias },
    plugins: [react()],
    // Of the two transformers the one that does not warn of each `composes … from`. Names of grid areas and containers are
    // the page's, not a module's.
    css: { transformer: 'lightningcss', lightningcss: { cssModules: { grid: false, container: false } } },
    build: {
      minify: true,
      // The page is read from disk: its size costs next to nothing.
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: { index: resolve(source, 'renderer/index.html') } },
    },
  },
});
