import { parseDocument } from 'yaml';
import {
  ConfigError,
  describeGroups,
  describeParameters,
  givenValue,
  isEditable,
  parseParameters,
  type ConfigIssue,
  type FieldDescription,
  type Parameters,
} from '@/core/config';
import { sameValue } from './fieldText';

/** Names and numbers of an evaluation: they shape no measurement, and come after what does. */
const BOOKKEEPING = ['iteration', 'step_count', 'observed_tag', 'synthetic_tag', 'event_id'];

const rank = ({ path }: FieldDescription) => (path.length > 1 ? -1 : BOOKKEEPING.indexOf(path[0]!));

export const FIELDS = describeParameters().sort((a, b) => rank(a) - rank(b));
export const GROUPS = describeGroups();

/** A text of parameters, and what it means. */
export interface Draft {
  text: string;
  /** The form may write into it. */
  editable: boolean;
  issues: ConfigIssue[];
  /** null where there are issues. */
  parameters: Parameters | null;
  /** What the text gives, by key with dots. */
  given: ReadonlyMap<string, unknown>;
  /** What holds where the text says nothing: the defaults, or those of the preset that it names. */
  base: Parameters;
}

const defaults = parseParameters('', '');

export function keyOf({ path }: FieldDescription): string {
  return path.join('.');
}

/** Reads a text.
 *  @param before the last one: a text that is no YAML while somebody types keeps the form's values */
export function readDraft(text: string, name: string, before: Draft | null = null): Draft {
  const editable = isEditable(text);
  const given = editable || before === null ? givenIn(text) : before.given;
  const base = baseFor(given.get('pyflex_preset'));
  try {
    return { text, editable, issues: [], parameters: parseParameters(text, name), given, base };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { text, editable, issues: error.issues, parameters: null, given, base };
  }
}

function givenIn(text: string): Map<string, unknown> {
  const document = parseDocument(text);
  const given = new Map<string, unknown>();
  if (document.errors.length > 0) return given;
  for (const field of FIELDS) {
    const value = givenValue(document, field.path);
    if (value !== undefined) given.set(keyOf(field), value);
  }
  return given;
}

/** The preset's own key is not what it sets. */
function baseFor(preset: unknown): Parameters {
  if (typeof preset !== 'string') return defaults;
  try {
    return { ...parseParameters(`pyflex_preset: ${JSON.stringify(preset)}`, ''), pyflex_preset: null };
  } catch {
    return defaults;
  }
}

export function baseValue(base: Parameters, { path }: FieldDescription): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], base);
}

/** The text gives it, and not as it would be anyway. */
export function isChanged({ given, base }: Draft, field: FieldDescription): boolean {
  const value = given.get(keyOf(field));
  return value !== undefined && !sameValue(value, baseValue(base, field));
}

/** What is wrong with a field: its own issue, or that of one of its numbers. */
export function issueOf({ issues }: Draft, field: FieldDescription): string | null {
  const key = keyOf(field);
  const issue = issues.find(({ path }) => path === key || path.startsWith(`${key}.`));
  // The field stands beside it: its name need not be repeated.
  return issue ? issue.message.replace(/^"[^"]+" is .*?: (?=must)/, '') : null;
}

/** Fields whose title, key or help have all the words. */
export function searchFields(words: string): FieldDescription[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return FIELDS;
  return FIELDS.filter(({ title, path, help, choices }) => {
    const text = `${title} ${path.join('.')} ${help} ${choices.join(' ')}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
