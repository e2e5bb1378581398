// `npm start [-- <project>]`: builds, then opens the window (or the browser where there can be none).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Atoa needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(2);
}
const builder = resolve(root, 'node_modules/electron-vite/bin/electron-vite.js');
if (!existsSync(builder)) {
  console.error('Atoa is not installed yet: run "npm ci" first.');
  process.exit(2);
}
const build = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);

// npm runs scripts in the project's folder; a project named on the command line is relative to where the user stands.
const from = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)));
const run = spawnSync(process.execPath, [resolve(root, 'bin/atoa.mjs'), 'open', ...args], { stdio: 'inherit' });
process.exit(run.status ?? 1);
