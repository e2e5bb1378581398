// `npm start [-- <project>]`: builds, then opens the window (or the browser where there can be none).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Asked first, and in terms that an old Node has.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  console.error(`Atoa needs Node 20.19 (of 20), or 22.12 or later; this is ${process.versions.node}.`);
  process.exit(2);
}
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const builder = resolve(root, 'node_modules/electron-vite/bin/electron-vite.js');
if (!existsSync(builder)) {
  console.error('Atoa is not installed yet: run "npm ci" first.');
  process.exit(2);
}
console.log('Building …');
const build = spawnSync(process.execPath, [resolve(root, 'scripts/build.mjs'), '--logLevel', 'error'], {
  cwd: root,
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(build.status ?? 1);

// npm runs scripts in the project's folder; a project named on the command line is relative to where the user stands.
const from = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : resolve(from, arg)));
const run = spawn(process.execPath, [resolve(root, 'bin/atoa.mjs'), 'open', ...args], { stdio: 'inherit' });
// Ctrl-C reaches the application too, which may have a run to ask about; it is waited for.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => run.kill('SIGTERM'));
run.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
run.on('close', (code) => {
  process.exitCode = code ?? 1;
});
