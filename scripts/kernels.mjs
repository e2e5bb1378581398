// `npm run kernels`: compiles tools/kernels/passes.ts and writes the bytes where the program finds them.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { compileKernels } from '../tools/kernels/compile.js';

const target = resolve(import.meta.dirname, '../src/core/signal/fft/kernels.ts');
const bytes = await compileKernels();
const source = `/** WebAssembly of tools/kernels/passes.ts; \`npm run kernels\` writes this file. */
// prettier-ignore
export const KERNELS = Uint8Array.of(
${[...bytes].join(',').replace(/(.{1,114}),/g, '  $1,\n')}
);
`;
writeFileSync(target, await format(source, { ...(await resolveConfig(target)), filepath: target }));
