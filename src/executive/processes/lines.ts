import { StringDecoder } from 'node:string_decoder';

const LONGEST_LINE = 8192;
const LAST_LINES = 12;

/** The last lines of what a process wrote: they tell best why it ended. */
export class LastLines {
  #lines: string[] = [];

  add(line: string): void {
    this.#lines = [...this.#lines, line].slice(-LAST_LINES);
  }

  /** Empty where it wrote nothing. */
  get text(): string {
    return this.#lines.join('\n');
  }
}

/** Calls `line` with each line of a stream; one without an end in sight is cut, so that it cannot fill the memory. */
export function onLine(stream: NodeJS.ReadableStream, line: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop() ?? '';
    parts.forEach(line);
    for (; rest.length > LONGEST_LINE; rest = rest.slice(LONGEST_LINE)) line(rest.slice(0, LONGEST_LINE));
  };
  stream.on('data', (chunk: Buffer) => take(decoder.write(chunk)));
  stream.on('end', () => {
    take(decoder.end());
    if (rest !== '') line(rest);
  });
  // A broken pipe is told by the process's exit.
  stream.on('error', () => undefined);
}
