// Compiles a kernel to WebAssembly, for `npm run kernels` and for the tests that hold the results to their sources.
import asc from 'assemblyscript/asc';

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];

/** Each kernel, and where the program finds its bytes, below src/. */
export const KERNELS = { passes: 'core/signal/fft/kernels.ts', columns: 'formats/text/columnKernel.ts' };

/**
 * @param {keyof typeof KERNELS} name
 * @returns {Promise<Uint8Array>} the module's bytes
 */
export async function compileKernel(name) {
  let bytes = null;
  const source = new URL(`${name}.ts`, import.meta.url).pathname;
  const { error, stderr } = await asc.main([source, ...OPTIONS, '--outFile', `${name}.wasm`, '--baseDir', '/'], {
    writeFile: (_name, contents) => (bytes = contents),
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return bytes;
}
