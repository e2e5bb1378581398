#!/usr/bin/env node
import { existsSync } from 'node:fs';

const bundle = new URL('../out/main/cli.js', import.meta.url);
if (!existsSync(bundle)) {
  console.error('atoa: not built yet. Run "npm run build" in its folder first.');
  process.exit(2);
}
await import(bundle.href);
