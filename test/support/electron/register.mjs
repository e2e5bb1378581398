// Loaded by `node --import` before the built main process: makes `electron` mean the double beside this file.
import Module, { register } from 'node:module';
import * as double from './double.mjs';

register('./hooks.mjs', import.meta.url);

const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'electron' ? double : load.call(this, request, ...rest);
};
