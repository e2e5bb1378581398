#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const program = new URL('../out/node/cli.cjs', import.meta.url);
if (!existsSync(program)) {
  console.error('atoa: not built yet. Run "npm run build" in its folder first.');
  process.exit(2);
}
createRequire(program)('./cli.cjs');
