// Compiles passes.ts to WebAssembly, for `npm run kernels` and for the test that holds the result to its source.
import asc from 'assemblyscript/asc';

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];

/** @returns {Promise<Uint8Array>} the module's bytes */
export async function compileKernels() {
  let bytes = null;
  const source = new URL('passes.ts', import.meta.url).pathname;
  const { error, stderr } = await asc.main([source, ...OPTIONS, '--outFile', 'passes.wasm', '--baseDir', '/'], {
    writeFile: (_name, contents) => (bytes = contents),
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return bytes;
}
