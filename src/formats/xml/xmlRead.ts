import { parseTime, type Nanoseconds } from '@/core/model';
import { FormatError } from '../error';
import { parseDecimal } from '../text/text';
import type { XmlElement } from './xml';

/** An error about `element`, with its file and line. */
export function elementError(element: XmlElement, message: string, cause?: unknown): FormatError {
  const options = cause === undefined ? undefined : { cause };
  return new FormatError(element.file, `line ${element.line}`, message, options);
}

/** The element at a path below `element`, first matches, or null. */
export function find(element: XmlElement, ...path: string[]): XmlElement | null {
  let at: XmlElement | undefined = element;
  for (const name of path) {
    at = at.children.find((child) => child.name === name);
    if (!at) return null;
  }
  return at;
}

export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Text at a path; null where it is missing or empty. */
export function textAt(element: XmlElement, ...path: string[]): string | null {
  return find(element, ...path)?.text || null;
}

/** @throws FormatError where the text is no number */
export function numberOf(element: XmlElement): number {
  const value = parseDecimal(element.text);
  if (value === null) throw elementError(element, `<${element.name}> is "${element.text}", expected a number`);
  return value;
}

/** Number at a path; null where the element is missing or empty.
 *  @throws FormatError where the text is no number */
export function numberAt(element: XmlElement, ...path: string[]): number | null {
  const found = find(element, ...path);
  return found && found.text !== '' ? numberOf(found) : null;
}

/** @throws FormatError where the number is missing */
export function requireNumber(element: XmlElement, ...path: string[]): number {
  const value = numberAt(element, ...path);
  if (value === null) throw elementError(element, `<${element.name}> has no <${path.join('><')}>`);
  return value;
}

/** @throws FormatError where the attribute is missing or empty */
export function requireAttribute(element: XmlElement, name: string): string {
  const value = element.attributes[name]?.trim();
  if (!value) throw elementError(element, `<${element.name}> has no attribute "${name}"`);
  return value;
}

/** ISO 8601 as it stands in `element`.
 *  @throws FormatError where the text is no time */
export function timeOf(element: XmlElement, text: string): Nanoseconds {
  try {
    return parseTime(text);
  } catch (cause) {
    throw elementError(element, `in <${element.name}>: ${(cause as Error).message}`, cause);
  }
}
