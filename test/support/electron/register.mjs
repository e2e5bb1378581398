// Loaded by `node --import` before the built main process: makes `electron` mean the double beside this file.
import Module, { createRequire, register } from 'node:module';

register('./hooks.mjs', import.meta.url);

const double = createRequire(import.meta.url)('./double.cjs');
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'electron' ? double : load.call(this, request, ...rest);
};
