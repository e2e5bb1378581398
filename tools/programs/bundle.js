// Bundles what plain Node runs (the command line, the workers, the HDF5 library) into one CommonJS file each, and lets V8
// compile them once (docs/architecture.md, "How a process starts").
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { hdf5Wasm } from './hdf5Wasm.js';
import { pack } from './pack.js';

const root = resolve(import.meta.dirname, '../..');
const source = resolve(root, 'src');
const target = resolve(root, 'out/node');

/** Each program and its entry. */
const PROGRAMS = {
  cli: resolve(source, 'cli/index.ts'),
  pair: resolve(source, 'workers/pair.ts'),
  writer: resolve(source, 'workers/writer.ts'),
  hdf5: resolve(root, 'node_modules/h5wasm/dist/node/hdf5_hl.js'),
};

/** Of programs in general, of the command line, and of the build. */
const LOADERS = ['load', 'command', 'warm'];

/** What a program loads from elsewhere, and only when it is needed: binaries, what is large and seldom wanted, and the
 *  library that is a program by itself. */
const LATER = { pdfkit: 'pdfkit', '@resvg/resvg-js': '@resvg/resvg-js', 'h5wasm/node': './hdf5.cjs' };

/** Parts of Node that take milliseconds to load, and that a run needs late or never: loaded when something of them is used. */
const SELDOM = ['http', 'https', 'node:crypto', 'node:worker_threads'];

/** Writes out/node without compiled code. */
export async function bundlePrograms() {
  rmSync(target, { recursive: true, force: true });
  for (const [name, entry] of Object.entries(PROGRAMS)) {
    const plugins = name === 'hdf5' ? [hdf5Wasm({ path: '../main/chunks/hdf5.wasm', emit: false })] : [later()];
    const folder = join(target, name);
    await bundle(folder, name, entry, plugins);
    pack({ folder, entry: `${name}.cjs`, target: join(target, `${name}.program.cjs`) });
    rmSync(folder, { recursive: true });
  }
  for (const name of LOADERS) await bundle(target, name, resolve(source, `loader/${name}.ts`), []);
}

/** Runs the programs on a small project, for V8 to compile what a run needs, and keeps the code.
 *  Needs `bundlePrograms` and Electron's part of the build. */
export function compilePrograms() {
  const folder = mkdtempSync(join(tmpdir(), 'atoa-build-'));
  try {
    putLoaders(() => 'warm');
    const atoa = (...args) => runQuietly([join(target, 'cli.cjs'), ...args], folder);
    const project = join(folder, 'project');
    atoa('demo', project, '--events', '1', '--stations', '3');
    atoa('run', project, '--max-stations', '1', '--quiet');
  } finally {
    putLoaders((name) => (name === 'cli' ? 'command' : 'load'));
    for (const name of LOADERS) rmSync(join(target, `${name}.cjs`));
    rmSync(folder, { recursive: true, force: true });
  }
  const made = readdirSync(target).filter((name) => name.endsWith('.cache'));
  if (made.length !== Object.keys(PROGRAMS).length)
    throw new Error(`compiled code of ${made.join(', ') || 'none'} only`);
}

function putLoaders(loaderOf) {
  for (const name of Object.keys(PROGRAMS))
    copyFileSync(join(target, `${loaderOf(name)}.cjs`), join(target, `${name}.cjs`));
}

/** With the switches that the programs run with, and a home of its own. */
function runQuietly(args, home) {
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, APPDATA: home, USERPROFILE: home };
  delete env.NODE_OPTIONS;
  execFileSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function bundle(folder, name, entry, plugins) {
  if (!existsSync(entry)) throw new Error(`there is no ${entry}`);
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { alias: { '@': source } },
    plugins,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: folder !== target && entry.startsWith(source),
      rollupOptions: {
        treeshake: { moduleSideEffects: (id) => !id.startsWith(source) },
        output: {
          format: 'cjs',
          exports: 'named',
          entryFileNames: `${name}.cjs`,
          chunkFileNames: '[name]-[hash].cjs',
          strict: true,
          // What is loaded from elsewhere is CommonJS; `import` would need a loader that a compiled script has not.
          dynamicImportInCjs: false,
          comments: { legal: true, annotation: false, jsdoc: false },
        },
      },
    },
  });
}

/** Packages outside of a bundle, loaded when the module that imports them is, and parts of Node, when they are used: the
 *  bundler would load them at the start. */
function later() {
  const MARK = '\0later:';
  return {
    name: 'later',
    enforce: 'pre',
    resolveId(id, importer) {
      if (importer?.startsWith(MARK)) return { id, external: true };
      return Object.hasOwn(LATER, id) || SELDOM.includes(id) ? `${MARK}${id}` : null;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const name = id.slice(MARK.length);
      return SELDOM.includes(name) ? seldom(name) : `module.exports = require(${JSON.stringify(LATER[name])});`;
    },
  };
}

/** A module with the exports of a part of Node, each of which asks for it. */
function seldom(id) {
  const names = JSON.stringify(Object.keys(process.getBuiltinModule(id)));
  return `for (const name of ${names})
    Object.defineProperty(exports, name, { enumerable: true, get: () => require(${JSON.stringify(id)})[name] });`;
}
