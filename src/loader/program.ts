import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { cachePath, unseal } from './codeCache';

/** The program that a copy of the loader stands for: `pair.cjs` loads `pair.program.cjs` beside it. */
export function programOf(loader: string): string {
  return loader.replace(/\.cjs$/, '.program.cjs');
}

/** Runs a program as `require` does, by code that was compiled when it was built where there is such code for this Node:
 *  starting takes a third of the time (docs/performance.md). Where there is none, or it is refused, V8 compiles it.
 *  @param program path of a CommonJS file of ASCII characters
 *  @returns what it exports, and whether its code was taken */
export function loadProgram(program: string): { exports: unknown; isCached: boolean } {
  const require = createRequire(program);
  // Node reads source maps only for what it loads itself.
  const found = process.sourceMapsEnabled ? null : readCached(program);
  if (found === null) return { exports: require(program) as unknown, isCached: false };
  const script = compile(program, found.source, found.code);
  return { exports: evaluate(script, program, require), isCached: !script.cachedDataRejected };
}

/** @param code compiled before */
export function compile(program: string, source: Buffer, code?: Buffer): Script {
  return new Script(Module.wrap(source.toString('latin1')), { filename: program, cachedData: code });
}

/** @returns what the program exports */
export function evaluate(script: Script, program: string, require: NodeJS.Require): unknown {
  const run = script.runInThisContext() as (...scope: unknown[]) => void;
  const module = { exports: {} };
  const folder = program.replace(/[\\/][^\\/]*$/, '');
  run.call(module.exports, module.exports, require, module, program, folder);
  return module.exports;
}

function readCached(program: string): { source: Buffer; code: Buffer } | null {
  try {
    const sealed = readFileSync(cachePath(program));
    const source = readFileSync(program);
    const code = unseal(source, sealed);
    return code && { source, code };
  } catch {
    return null;
  }
}
