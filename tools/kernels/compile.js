// Compiles a kernel to WebAssembly, for `npm run kernels` and for the tests that hold the results to their sources.
import asc from 'assemblyscript/asc';

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];

/** Each kernel: where the program finds its bytes, below src/, and under which name. */
export const KERNELS = {
  signal: { path: 'core/signal/kernels.ts', constant: 'KERNELS' },
  columns: { path: 'formats/text/columnKernel.ts', constant: 'COLUMN_KERNEL' },
  amplitudes: { path: 'formats/text/amplitudeKernel.ts', constant: 'AMPLITUDE_KERNEL' },
};

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
