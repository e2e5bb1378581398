import { loadProgram, programOf } from './program';

module.exports = loadProgram(programOf(import.meta.filename)).exports;
