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
// Code is bound to the flags at its making, and is loaded before the program sets any.
v8.setFlagsFromString = () => undefined;

module.exports = evaluate(script, program, createRequire(program));
