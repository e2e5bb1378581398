#!/usr/bin/env node
// Not by `import`, which takes Node some milliseconds more.
const { existsSync } = process.getBuiltinModule('node:fs');
const { createRequire } = process.getBuiltinModule('node:module');

const program = `${import.meta.dirname}/../out/node/cli.cjs`;
if (!existsSync(program)) {
  console.error('atoa: not built yet. Run "npm run build" in its folder first.');
  process.exit(2);
}
createRequire(import.meta.url)(program);
