import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachePath, seal, unseal } from './codeCache';
import { compile, loadProgram, programOf } from './program';

const SOURCE = `exports.name = require('node:path').basename(__filename);
exports.folder = __dirname;
exports.answer = () => 41 + 1;
`;

interface Exports {
  name: string;
  folder: string;
  answer(): number;
}

describe('a program with code that was compiled before', () => {
  let folder: string;
  let program: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atoa-loader-'));
    program = join(folder, 'one.program.cjs');
    write(SOURCE);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The program, and its code as the build makes it. */
  function write(source: string): void {
    writeFileSync(program, source);
    const script = compile(program, Buffer.from(source));
    writeFileSync(cachePath(program), seal(Buffer.from(source), script.createCachedData()));
  }

  function load(): { isCached: boolean; exports: Exports } {
    return loadProgram(program) as { isCached: boolean; exports: Exports };
  }

  it('runs by it, as required', () => {
    const { isCached, exports } = load();
    expect(isCached).toBe(true);
    expect([exports.name, exports.folder, exports.answer()]).toEqual(['one.program.cjs', folder, 42]);
  });

  it('belongs to the loader beside it', () => {
    expect(programOf(join(folder, 'one.cjs'))).toBe(program);
    expect(basename(cachePath(program))).toBe(`one.program.${process.arch}-${process.versions.v8}.cache`);
  });

  it('is compiled where there is none', () => {
    rmSync(cachePath(program));
    const { isCached, exports } = load();
    expect([isCached, exports.answer()]).toEqual([false, 42]);
  });

  it('is compiled where it is of an earlier source, of the same length too', () => {
    writeFileSync(program, SOURCE.replace('41', '11'));
    const { isCached, exports } = load();
    expect([isCached, exports.answer()]).toEqual([false, 12]);
  });

  it('is compiled where a byte of it is wrong anywhere, where it is cut short, and where it is empty', () => {
    const whole = readFileSync(cachePath(program));
    const source = Buffer.from(SOURCE);
    expect(unseal(source, whole)).toEqual(whole.subarray(8));
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0xff;
      expect(unseal(source, damaged)).toBeNull();
    }
    for (const length of [whole.length - 1, 9, 7, 0]) expect(unseal(source, whole.subarray(0, length))).toBeNull();
    writeFileSync(cachePath(program), whole.subarray(0, 100));
    expect([load().isCached, load().exports.answer()]).toEqual([false, 42]);
  });

  it('is compiled where V8 refuses it, as with other flags', () => {
    // Not what another test has compiled: V8 knows that without any help.
    const source = SOURCE.replace('41', '51');
    const maker = `require('node:v8').setFlagsFromString('--wasm-tiering-budget=300000000');
      const { Script } = require('node:vm'); const { wrap } = require('node:module');
      process.stdout.write(new Script(wrap(${JSON.stringify(source)})).createCachedData());`;
    const { stdout } = spawnSync(process.execPath, ['-e', maker]);
    writeFileSync(program, source);
    writeFileSync(cachePath(program), seal(Buffer.from(source), stdout));
    const { isCached, exports } = load();
    expect([isCached, exports.answer()]).toEqual([false, 52]);
  });

  it('throws what the program throws', () => {
    write("throw new Error('no room')");
    expect(load).toThrow('no room');
  });
});
