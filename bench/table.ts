/** Prints rows in columns under a title; numbers are right-aligned. */
export function printTable(title: string, head: string[], rows: (string | number | null)[][]): void {
  const text = rows.map((row) => row.map(cell));
  const widths = head.map((name, i) => Math.max(name.length, ...text.map((row) => row[i]!.length)));
  const line = (cells: string[]) =>
    cells.map((each, i) => (i === 0 ? each.padEnd(widths[i]!) : each.padStart(widths[i]!))).join('  ');
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of text) console.log(line(row));
}

function cell(value: string | number | null): string {
  if (value === null || Number.isNaN(value)) return '-';
  if (typeof value === 'string') return value;
  if (value === 0 || Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
