import { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import v8 from 'node:v8';
import { cachePath, seal } from './codeCache';
import { compile, evaluate, programOf } from './program';

// The build's loader: runs a program, and keeps at its end what V8 has compiled until then.

const program = programOf(import.meta.filename);
const source = readFileSync(program);
const script = compile(program, source);
process.on('exit', () => writeFileSync(cachePath(program), seal(source, script.createCachedData())));
process.on('SIGTERM', () => process.exit(0));
// Writing may take a worker longer than its host waits for its end, on a busy machine.
const { kill } = ChildProcess.prototype;
ChildProcess.prototype.kill = function (this: ChildProcess, signal) {
  return signal === 'SIGKILL' ? true : kill.call(this, signal);
};
// Code is bound to the flags at its making, and is loaded before the program sets any.
v8.setFlagsFromString = () => undefined;

const exports = evaluate(script, program, createRequire(program)) as { start?(early: null): void };
exports.start?.(null);
module.exports = exports;
