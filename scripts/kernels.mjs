// `npm run kernels`: compiles tools/kernels and writes the bytes where the program finds them.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { compileKernel, KERNELS } from '../tools/kernels/compile.js';

for (const [name, { path, constant }] of Object.entries(KERNELS)) {
  const target = resolve(import.meta.dirname, '../src', path);
  const bytes = await compileKernel(name);
  const source = `/** WebAssembly of tools/kernels/${name}.ts; \`npm run kernels\` writes this file. */
// prettier-ignore
export const ${constant} = Uint8Array.of(
${[...bytes].join(',').replace(/(.{1,114}),/g, '  $1,\n')}
);
`;
  writeFileSync(target, await format(source, { ...(await resolveConfig(target)), filepath: target }));
}
