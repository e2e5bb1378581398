// `npm run bench [-- options]`: builds the application and the benchmarks, then runs them. `-- --help` tells the options.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
if (!args.some((arg) => arg.startsWith('--app') || arg === '--help')) {
  const { status } = spawnSync(process.execPath, [resolve(root, 'scripts/build.mjs'), '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
await build({
  configFile: false,
  root,
  logLevel: 'error',
  resolve: { alias: { '@': resolve(root, 'src') } },
  build: { ssr: 'bench/main.ts', outDir: 'out/bench', target: 'node20' },
});
const { status } = spawnSync(process.execPath, [resolve(root, 'out/bench/main.js'), ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
