import { FormatError } from '../error';
import { parseDecimal } from '../text/text';

/** Lines of `key: value` or `key = value`, as SPECFEM's source files have them; keys in lower case, without spaces at the ends. */
export class KeyValues {
  readonly #values = new Map<string, { value: string; line: number }>();
  readonly #file: string;
  readonly #first: number;

  /** @param first number of the first line within the file, for messages
   *  @param separator the character between key and value; text after # or ! is a comment where it is "=" */
  constructor(lines: string[], file: string, first: number, separator: ':' | '=') {
    this.#file = file;
    this.#first = first;
    lines.forEach((line, index) => {
      const text = separator === '=' ? line.replace(/[#!].*$/, '') : line;
      const at = text.indexOf(separator);
      if (at < 1) return;
      const key = text.slice(0, at).trim().toLowerCase();
      if (!this.#values.has(key)) this.#values.set(key, { value: text.slice(at + 1).trim(), line: first + index });
    });
  }

  /** The value of the first of `keys` that is there, or null. */
  text(...keys: string[]): string | null {
    return this.#find(keys)?.value ?? null;
  }

  /** @throws FormatError where none of `keys` is there or its value is no number */
  number(...keys: string[]): number {
    const value = this.optionalNumber(...keys);
    if (value === null) throw new FormatError(this.#file, `line ${this.#first}`, `"${keys[0]}" is missing`);
    return value;
  }

  /** @throws FormatError where the value is no number */
  optionalNumber(...keys: string[]): number | null {
    const found = this.#find(keys);
    if (!found) return null;
    const value = parseDecimal(found.value.split(/\s+/, 1)[0]!);
    if (value === null) {
      throw new FormatError(
        this.#file,
        `line ${found.line}`,
        `"${keys[0]}" is "${found.value.slice(0, 60)}", expected a number`,
      );
    }
    return value;
  }

  #find(keys: string[]): { value: string; line: number } | undefined {
    for (const key of keys) {
      const found = this.#values.get(key);
      if (found) return found;
    }
    return undefined;
  }
}
