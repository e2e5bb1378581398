// `npm run build`: Electron's part and the page by electron-vite, then the programs of plain Node.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { bundlePrograms, compilePrograms } from '../tools/programs/bundle.js';

const root = resolve(import.meta.dirname, '..');
const builder = resolve(root, 'node_modules/electron-vite/bin/electron-vite.js');
const args = process.argv.length > 2 ? process.argv.slice(2) : ['--logLevel', 'warn'];
const { status } = spawnSync(process.execPath, [builder, 'build', ...args], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
await bundlePrograms();
try {
  compilePrograms();
} catch (error) {
  console.warn(`The programs start slower than they could: ${error.message}`);
}
