import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PairLine {
  kind: 'pair';
  event: string;
  station: string;
  status: 'ok' | 'failed';
  stage: string | null;
  config: string;
  inputs: string;
}

/** The lines of a journal; one that a crash has torn, the last, is not there. */
export function journalLines(out: string): { kind: string }[] {
  const lines = readFileSync(join(out, '.atoa/journal.jsonl'), 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as { kind: string });
}

export function pairLines(out: string): PairLine[] {
  return journalLines(out).filter((line): line is PairLine => line.kind === 'pair');
}

/** Pairs that were done again although they were done and nothing had changed. */
export function doneTwice(out: string): string[] {
  const done = new Set<string>();
  return pairLines(out).flatMap(({ event, station, status, config, inputs }) => {
    const key = `${event} ${station} ${config} ${inputs}`;
    if (done.has(key)) return [`${event} ${station}`];
    if (status === 'ok') done.add(key);
    return [];
  });
}
