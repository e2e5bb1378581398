import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from './error';
import { findPreset, preset } from './presets';
import { adoptPyatoa } from './pyatoa';
import { parameters, type Parameters } from './schema';
import { expectation, isRecord, meantBy, shown, type Path } from './wording';

/** What is wrong with the YAML, in words for who does not know the library's. */
function yamlProblem(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this name stands here a second time: keep one of the two';
  if (code === 'TAB_AS_INDENT') return 'a tab indents this line: YAML wants spaces';
  return message;
}

/** Reads a configuration from YAML text. Pyatoa's configuration files read as they are.
 *  @param source the file's name, for messages
 *  @param overrides `key=value` strings, with dots for nested keys; they win over the text
 *  @throws ConfigError naming every unknown key and value out of range, with its line */
export function parseParameters(yaml: string, source: string, overrides: string[] = []): Parameters {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, customTags: ['binary'] });
  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => ({
      path: '',
      ...placeAt(lines, error.pos[0]),
      message: yamlProblem(error.code, error.message),
    }));
    throw new ConfigError(source, issues);
  }
  const { problems, renamed } = adoptPyatoa(document);
  if (problems.length > 0) {
    const issues = problems.map(({ path, offset, message }) => ({
      path: path.join('.'),
      ...placeAt(lines, offset),
      message,
    }));
    throw new ConfigError(source, issues);
  }
  const overridden = new Set(overrides.map((text) => applyOverride(document, text)));
  const given = withPreset(contentOf(document, source) ?? {});
  // Compiling a parser for the one text that most processes read takes longer than reading it.
  const result = parameters.safeParse(given, { jitless: true });
  if (result.success) return result.data;
  const nameOf = (path: Path) => [renamed.get(String(path[0])) ?? path[0], ...path.slice(1)].join('.');
  const issues = result.error.issues
    .flatMap((issue) => describe(issue, given, nameOf))
    .map(({ path, message, isKey }) => {
      const offset = (isKey ? keyOffsetOf(document, path) : null) ?? offsetOf(document, path);
      const place = placeAt(lines, overridden.has(path.join('.')) ? null : offset);
      return { path: nameOf(path), ...place, message };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  // What stands in no file was given by the user beside it.
  const isOverride = ({ path }: { path: string }) => overridden.has(path);
  throw new ConfigError(issues.every(isOverride) ? '--set' : source, issues);
}

/** What the document says.
 *  @throws ConfigError where an alias names nothing, or aliases grow beyond all size */
function contentOf(document: Document, source: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new ConfigError(source, [{ path: '', ...NOWHERE, message: error.message }]);
  }
}

/** The window parameters of the preset that `pyflex_preset` names, under those that are given. */
function withPreset(given: unknown): unknown {
  if (!isRecord(given) || typeof given['pyflex_preset'] !== 'string') return given;
  const { pyflex_preset: text, pyflex_parameters: own = {} } = given;
  const name = findPreset(text as string);
  // What is no group of parameters, or no preset, is for the schema to refuse.
  if (name === null || !isRecord(own)) return given;
  return { ...given, pyflex_preset: name, pyflex_parameters: { ...preset(name).values, ...own } };
}

/** Sets `a.b=value` in the document, the value read as YAML; returns the key. */
function applyOverride(document: Document, text: string): string {
  const at = text.indexOf('=');
  if (at < 1) throw new ConfigError('--set', [{ path: text, ...NOWHERE, message: `"${text}" is not key=value` }]);
  const key = text.slice(0, at).trim();
  const value = contentOf(parseDocument(text.slice(at + 1)), '--set');
  if (document.contents === null) document.contents = document.createNode({});
  document.setIn(key.split('.'), value);
  return key;
}

/** Something wrong with a value, or with a key itself. */
interface ParameterIssue {
  path: Path;
  message: string;
  isKey: boolean;
}

function describe(issue: z.core.$ZodIssue, given: unknown, nameOf: (path: Path) => string): ParameterIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      return { path, message: `unknown parameter "${nameOf(path)}"${meantBy(path)}`, isKey: true };
    });
  }
  const { path } = issue;
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given);
  const subject = path.length === 0 ? 'the whole file' : `"${nameOf(path)}"`;
  return [{ path, message: `${subject} is ${shown(value)}: ${expectation(issue, value)}`, isKey: false }];
}

/** Where a key itself stands; null where it is not in the text. */
function keyOffsetOf(document: Document, path: Path): number | null {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return null;
  const key = parent.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === path.at(-1));
  return isScalar(key) ? (key.range?.[0] ?? null) : null;
}

/** Where the value of a key stands, or of the nearest one above it; null where none is in the text. */
function offsetOf(document: Document, path: Path): number | null {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return null;
}

const NOWHERE = { line: null, column: null };

function placeAt(lines: LineCounter, offset: number | null): { line: number | null; column: number | null } {
  if (offset === null) return NOWHERE;
  const { line, col: column } = lines.linePos(offset);
  return { line, column };
}
