const HEAD = 'function findWasmBinary(){return ';
const TAIL = '}function getBinarySync(';

/**
 * A plugin of the bundler that takes the HDF5 library's WebAssembly out of the text that it is wrapped in: reading 4 MB of
 * text and turning it into bytes takes longer than the rest of loading it. The library reads its bytes from a file.
 * @param {{ path: string, emit: boolean }} options where the file lies, from the one that the library goes into; `emit`:
 *   write it there
 * @returns {import('vite').Plugin}
 */
export function hdf5Wasm({ path, emit }) {
  let done = false;
  return {
    name: 'hdf5-wasm',
    transform(code, id) {
      if (!id.split('\\').join('/').endsWith('/h5wasm/dist/node/hdf5_util.js')) return null;
      const { before, bytes, after } = unwrapWasm(code);
      if (emit) this.emitFile({ type: 'asset', fileName: `chunks/${path}`, source: bytes });
      done = true;
      return { code: `${before}readBinary(locateFile(${JSON.stringify(path)}))${after}`, map: { mappings: '' } };
    },
    buildEnd(error) {
      if (!error && !done) this.error('tools/programs/hdf5Wasm.js: the HDF5 library was not met in this build');
    },
  };
}

/**
 * @param {string} code of the library
 * @returns {{ before: string, bytes: Uint8Array, after: string }} the bytes, and the code around the expression for them
 */
export function unwrapWasm(code) {
  const start = code.indexOf(HEAD) + HEAD.length;
  const end = code.indexOf(TAIL, start);
  const decode = /function binaryDecode\(bin\)\{.*?return o\}/.exec(code)?.[0];
  const expression = code.slice(start, end);
  const isKnown =
    start >= HEAD.length &&
    end >= 0 &&
    decode !== undefined &&
    /^binaryDecode\('.*'\)$/s.test(expression) &&
    code.includes('readBinary=filename=>') &&
    code.includes('function locateFile(path)');
  // What runs here is what the library would do with its text.
  const bytes = isKnown ? new Function(`${decode};return ${expression}`)() : null;
  if (!(bytes instanceof Uint8Array) || !WebAssembly.validate(bytes)) {
    throw new Error('tools/programs/hdf5Wasm.js: this version of h5wasm holds its WebAssembly in another way');
  }
  return { before: code.slice(0, start), bytes, after: code.slice(end) };
}
