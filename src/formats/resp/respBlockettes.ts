import { FormatError } from '../error';
import { decodeText, parseDecimal } from '../text/text';

/** Response dictionary blockettes (41 to 48) and the channel blockettes (53 to 62) they stand for. */
const DICTIONARY: Record<number, number> = { 41: 61, 42: 62, 43: 53, 44: 54, 45: 55, 47: 57, 48: 58 };
const LINE = /^B0(\d\d)F(\d\d)(?:-\d\d)?\s*(.*)$/;

/** One blockette of a RESP file: fields by their number, tables by the number of their first field. */
export class Blockette {
  readonly fields = new Map<number, string>();
  readonly rows = new Map<number, number[][]>();
  readonly type: number;
  readonly line: number;
  readonly #file: string;

  constructor(type: number, line: number, file: string) {
    this.type = type;
    this.line = line;
    this.#file = file;
  }

  text(field: number): string {
    return this.fields.get(field) ?? '';
  }

  /** The first word of a field as a number; `fallback` where the field is missing or empty.
   *  @throws FormatError where it is no number */
  number(field: number, fallback?: number): number {
    const text = this.text(field).split(/\s+/, 1)[0]!;
    if (text === '' && fallback !== undefined) return fallback;
    return parseDecimal(text) ?? this.fail(`field ${field} is "${text}", expected a number`);
  }

  /** Rows of a table without their leading row number.
   *  @param width numbers a row has
   *  @throws FormatError where a row has others */
  table(field: number, width: number): number[][] {
    return (this.rows.get(field) ?? []).map((row) => {
      if (row.length === width + 1) return row.slice(1);
      return row.length === width ? row : this.fail(`a row of field ${field} has ${row.length} numbers, not ${width}`);
    });
  }

  fail(message: string): never {
    throw new FormatError(this.#file, `line ${this.line}`, `blockette ${this.type}: ${message}`);
  }
}

/** Cuts RESP text into blockettes; dictionary blockettes come as the ones they stand for, at the stage that blockette 60 names.
 *  @throws FormatError with the line */
export function readBlockettes(bytes: Uint8Array, file: string): Blockette[] {
  const blockettes: Blockette[] = [];
  let stage = '';
  decodeText(bytes, file)
    .split(/\r\n|\n|\r/)
    .forEach((line, index) => {
      const match = LINE.exec(line);
      if (!match) return;
      const given = Number(match[1]);
      const type = DICTIONARY[given] ?? given;
      const field = fieldOf(given, Number(match[2]));
      const content = match[3]!;
      const colon = content.indexOf(':');
      let open = blockettes.at(-1);
      // A table's rows repeat their field; where any other field comes again, another blockette of the type begins.
      if (open?.type !== type || (colon >= 0 && open.fields.has(field))) {
        open = new Blockette(type, index + 1, file);
        if (type !== given) open.fields.set(stageField(type), stage);
        blockettes.push(open);
      }
      if (colon < 0) addRow(open, field, content);
      else open.fields.set(field, content.slice(colon + 1).trim());
      if (type === 60 && field === 4) stage = open.text(4);
    });
  return blockettes;
}

function addRow(blockette: Blockette, field: number, content: string): void {
  const row = content.trim().split(/\s+/).map(parseDecimal);
  if (row.includes(null)) blockette.fail(`"${content.trim().slice(0, 60)}" is no row of numbers`);
  const rows = blockette.rows.get(field);
  if (rows) rows.push(row as number[]);
  else blockette.rows.set(field, [row as number[]]);
}

/** The field number of a dictionary blockette as the channel blockette counts: that one has the stage in between.
 *  @see SEED Reference Manual 2.4, chapters 5 and 6 */
function fieldOf(type: number, field: number): number {
  if (type === 42 || type === 43 || type === 44) return field === 5 ? 3 : field - 1;
  return type === 45 || type === 47 || type === 48 ? field - 1 : field;
}

/** The field that says which stage a blockette describes. */
export function stageField(type: number): number {
  return type === 53 || type === 54 || type === 62 ? 4 : 3;
}
