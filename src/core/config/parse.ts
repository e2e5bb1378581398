import { distance } from 'fastest-levenshtein';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { parameters, type Parameters } from './schema';

/** One thing wrong with a configuration. `path` is the key with dots; `line` counts from 1 where a file is at hand. */
export interface ConfigIssue {
  path: string;
  line: number | null;
  message: string;
}

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly source: string;
  readonly issues: ConfigIssue[];

  constructor(source: string, issues: ConfigIssue[]) {
    const lines = issues.map(({ line, message }) => `${source}${line === null ? '' : `:${line}`}: ${message}`);
    super(lines.join('\n'));
    this.source = source;
    this.issues = issues;
  }
}

/** Reads a configuration from YAML text. Pyatoa's configuration files read as they are.
 *  @param source the file's name, for messages
 *  @param overrides `key=value` strings, with dots for nested keys; they win over the text
 *  @throws ConfigError naming every unknown key and value out of range, with its line */
export function parseParameters(yaml: string, source: string, overrides: string[] = []): Parameters {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => ({
      path: '',
      line: lines.linePos(error.pos[0]).line,
      message: error.message,
    }));
    throw new ConfigError(source, issues);
  }
  const overridden = new Set(overrides.map((text) => applyOverride(document, text)));
  const given: unknown = document.toJS() ?? {};
  const result = parameters.safeParse(given);
  if (result.success) return result.data;
  const issues = result.error.issues
    .flatMap((issue) => describe(issue, given))
    .map(({ path, message }) => {
      const line = overridden.has(path.join('.')) ? null : lineOf(document, lines, path);
      return { path: path.join('.'), line, message };
    });
  throw new ConfigError(source, issues);
}

/** Sets `a.b=value` in the document, the value read as YAML; returns the key. */
function applyOverride(document: Document, text: string): string {
  const at = text.indexOf('=');
  if (at < 1) throw new ConfigError('--set', [{ path: text, line: null, message: `"${text}" is not key=value` }]);
  const key = text.slice(0, at).trim();
  const value: unknown = parseDocument(text.slice(at + 1)).toJS();
  if (document.contents === null) document.contents = document.createNode({});
  document.setIn(key.split('.'), value);
  return key;
}

type Path = PropertyKey[];

function describe(issue: z.core.$ZodIssue, given: unknown): { path: Path; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = knownKeys(issue.path);
      const full = [...issue.path, key].join('.');
      return { path: [...issue.path, key], message: `unknown parameter "${full}"${suggestion(key, known)}` };
    });
  }
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given);
  const name = issue.path.join('.');
  return [{ path: issue.path, message: `"${name}" is ${JSON.stringify(value)}: ${expectation(issue)}` }];
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}`;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`;
    default:
      return issue.message;
  }
}

/** The names the schema has at a path, for suggestions. */
function knownKeys(path: Path): string[] {
  let at: unknown = parameters.parse({});
  for (const key of path) at = (at as Record<PropertyKey, unknown>)[key];
  return at !== null && typeof at === 'object' ? Object.keys(at) : [];
}

function suggestion(key: string, known: string[]): string {
  const [nearest] = known.map((name) => ({ name, d: distance(key, name) })).sort((a, b) => a.d - b.d);
  if (!nearest || nearest.d > Math.max(2, key.length / 2)) return '';
  return ` (did you mean "${nearest.name}"?)`;
}

function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return null;
}
