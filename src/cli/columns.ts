/** Rows as lines of text with columns of equal width, two spaces apart.
 *  @param head the columns' names
 *  @param numeric columns that are set flush right */
export function columns(head: string[], rows: string[][], numeric: readonly number[] = []): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all.map((row) =>
    row
      .map((cell, column) => (numeric.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}
