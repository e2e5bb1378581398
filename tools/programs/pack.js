import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the CommonJS files of a folder into one, where each is evaluated when it is first required.
 * Packing keeps the bundler's files apart, so that a module is evaluated only with what needs it: in one file of the bundler's
 * own making, every command would evaluate what any of them imports.
 * @param {{ folder: string, entry: string, target: string }} options `entry`: the name of the file that the program begins with
 */
export function pack({ folder, entry, target }) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
  let text = `'use strict';
const files = {};
const loaded = {};
const load = (name) => {
  if (!Object.hasOwn(files, name)) return require(name);
  if (!Object.hasOwn(loaded, name)) {
    loaded[name] = { exports: {} };
    files[name](loaded[name].exports, load, loaded[name]);
  }
  return loaded[name].exports;
};
`;
  const sections = [];
  for (const name of names) {
    const code = readFileSync(join(folder, name), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
    text += `files['./${name}'] = function (exports, require, module) {\n`;
    const map = readMap(join(folder, `${name}.map`));
    if (map) sections.push({ offset: { line: text.split('\n').length - 1, column: 0 }, map });
    text += `${toAscii(code, name)}\n};\n`;
  }
  text += `module.exports = load('./${entry}');\n`;
  if (sections.length > 0) {
    const file = `${target}.map`;
    // Node asks for `sources` where there are sections, too.
    writeFileSync(file, JSON.stringify({ version: 3, sources: [], sections }));
    text += `//# sourceMappingURL=${file.replace(/^.*[\\/]/, '')}\n`;
  }
  writeFileSync(target, text);
}

/** With sources as seen from the folder above, where the packed file goes. */
function readMap(file) {
  if (!existsSync(file)) return null;
  const map = JSON.parse(readFileSync(file, 'utf8'));
  return { ...map, sources: map.sources.map((source) => source.replace('../', '')) };
}

/** A string of ASCII takes V8 a byte a character, and is read without decoding. */
function toAscii(code, name) {
  if (/String\.raw`[^`]*[^\x00-\x7f]/.test(code)) throw new Error(`${name}: a raw string beyond ASCII`);
  return code.replace(/[^\x00-\x7f]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
