import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { parameters } from './schema';

export type Path = PropertyKey[];

/** What a value has to be, in the words of someone who writes YAML.
 *  @param value  what was given */
export function expectation(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'too_small':
      return `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}`;
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return `must be one of ${choices.join(', ')}${suggestion(String(value), choices)}`;
    }
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? `of type ${issue.expected}`}${bracesHint(issue.expected, value)}`;
    case 'invalid_union':
      return ofUnion(issue, value);
    default:
      return issue.message;
  }
}

const KINDS: Record<string, string> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list, such as [a, b]',
  object: 'a map of parameters, such as "name: value"',
};

/** The only unions are numbers that may be lists: what is wrong with the form that was taken, else both forms. */
function ofUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  const taken = issue.errors.flat().find(({ code, path }) => code !== 'invalid_type' && path.length === 0);
  return taken ? expectation(taken, value) : 'must be a number, or a list of one number per sample';
}

/** An opening brace begins a map: {event_id}/traces is no text. */
function bracesHint(expected: string, value: unknown): string {
  return expected === 'string' && isRecord(value) ? ", so put it in quotes: '{event_id}/…'" : '';
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : JSON.stringify(value);
}

/** What an unknown key may have been meant for: the same name in another group, or a name like it in its own. */
export function meantBy(path: Path): string {
  const key = String(path.at(-1));
  const places = placesOf(key).map((place) => `"${place}"`);
  if (places.length > 0) return ` (it belongs elsewhere: ${places.join(' or ')})`;
  return suggestion(key, knownKeys(path.slice(0, -1)));
}

/** Where the schema has parameters of a name, with the group they stand in. */
function placesOf(key: string): string[] {
  const known = parameters.parse({});
  const inGroups = Object.entries(known).filter(([, group]) => isRecord(group) && Object.hasOwn(group, key));
  return [...(Object.hasOwn(known, key) ? [key] : []), ...inGroups.map(([group]) => `${group}.${key}`)];
}

/** The names the schema has at a path, for suggestions. */
function knownKeys(path: Path): string[] {
  let at: unknown = parameters.parse({});
  for (const key of path) at = (at as Record<PropertyKey, unknown>)[key];
  return isRecord(at) ? Object.keys(at) : [];
}

function suggestion(key: string, known: string[]): string {
  const [nearest] = known.map((name) => ({ name, d: distance(key, name) })).sort((a, b) => a.d - b.d);
  if (!nearest || nearest.d > Math.max(2, key.length / 2)) return '';
  return ` (did you mean "${nearest.name}"?)`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
