import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const SECTIONS = ['stages', 'whole', 'cores', 'overhead', 'scale', 'ui'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BenchOptions {
  /** Few pairs and runs: seconds instead of minutes. */
  short: boolean;
  sections: Section[];
  /** Runs of which the median is taken. */
  runs: number;
  /** Pairs of the cases A and B. */
  pairs: number;
  /** Numbers of pairs of the scale section. */
  scale: number[];
  /** Python of the reference stack; null where there is none. */
  python: string | null;
  /** Folder of the built application. */
  app: string;
  /** File that the results are written to. */
  output: string;
}

export const USAGE = `npm run bench -- [options]
  --short              few pairs, one run: the form for CI
  --only a,b           some sections only: ${SECTIONS.join(', ')}
  --runs N             runs of which the median is taken (3)
  --pairs N            pairs of the cases A and B (60)
  --scale N,N          numbers of pairs of the scale section (1000,10000; 100000 takes a while)
  --app FOLDER         another built copy of the application
  --output FILE        where the JSON goes (bench/results/latest.json)
environment: ATOA_REFERENCE_PYTHON names the Python of the reference stack, to be run beside it`;

/** @throws TypeError for options that are none */
export function readOptions(args: string[], root: string): BenchOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      only: { type: 'string', default: SECTIONS.join(',') },
      runs: { type: 'string' },
      pairs: { type: 'string' },
      scale: { type: 'string' },
      app: { type: 'string', default: root },
      output: { type: 'string', default: 'bench/results/latest.json' },
    },
  });
  if (values.help) return null;
  const { short } = values;
  return {
    short,
    sections: SECTIONS.filter((section) => values.only.split(',').includes(section)),
    runs: whole(values.runs ?? (short ? '1' : '3')),
    pairs: whole(values.pairs ?? (short ? '6' : '60')),
    scale: (values.scale ?? (short ? '200' : '1000,10000')).split(',').map(whole),
    python: process.env.ATOA_REFERENCE_PYTHON ?? null,
    app: resolve(values.app),
    output: resolve(root, values.output),
  };
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new TypeError(`"${text}" is not a whole number above zero`);
  return value;
}
