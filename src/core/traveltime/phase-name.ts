/** A phase name that the grammar does not know. */
export class PhaseNameError extends Error {
  override name = 'PhaseNameError';

  constructor(readonly phase: string) {
    super(`"${phase}" is not a phase name; legs are p s P S K I J, with Pn Sn Pdiff Sdiff, and reflections c and i`);
  }
}

/** One element of a phase name: a leg, a head or diffracted wave, or a reflection from above at the core (c) or inner core (i). */
export type PhaseToken =
  | { kind: 'up'; wave: 'P' | 'S' }
  | { kind: 'mantle'; wave: 'P' | 'S' }
  | { kind: 'head'; wave: 'P' | 'S' }
  | { kind: 'diffracted'; wave: 'P' | 'S' }
  | { kind: 'outer' }
  | { kind: 'inner'; wave: 'P' | 'S' }
  | { kind: 'reflection'; at: 'cmb' | 'iocb' };

const PATTERN = /Pdiff|Sdiff|Pn|Sn|[psPSKIJci]/y;

const TOKENS: Record<string, PhaseToken> = {
  p: { kind: 'up', wave: 'P' },
  s: { kind: 'up', wave: 'S' },
  P: { kind: 'mantle', wave: 'P' },
  S: { kind: 'mantle', wave: 'S' },
  Pn: { kind: 'head', wave: 'P' },
  Sn: { kind: 'head', wave: 'S' },
  Pdiff: { kind: 'diffracted', wave: 'P' },
  Sdiff: { kind: 'diffracted', wave: 'S' },
  K: { kind: 'outer' },
  I: { kind: 'inner', wave: 'P' },
  J: { kind: 'inner', wave: 'S' },
  c: { kind: 'reflection', at: 'cmb' },
  i: { kind: 'reflection', at: 'iocb' },
};

/**
 * Splits a seismic phase name into its elements.
 * @throws PhaseNameError for characters or an order that make no path
 * @see Storchak et al. 2003, the IASPEI standard seismic phase list
 */
export function parsePhase(name: string): PhaseToken[] {
  const tokens: PhaseToken[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < name.length) {
    const match = PATTERN.exec(name);
    if (!match) throw new PhaseNameError(name);
    tokens.push(TOKENS[match[0]]!);
  }
  const follows = (i: number) => (i + 1 < tokens.length ? SUCCESSORS[keyOf(tokens[i]!)]! : ENDS);
  const valid = tokens.every((token, i) => {
    const next = tokens[i + 1];
    if (i === 0 && !STARTS.includes(keyOf(token))) return false;
    return next ? follows(i).includes(keyOf(next)) : ENDS.includes(keyOf(token));
  });
  if (tokens.length === 0 || !valid) throw new PhaseNameError(name);
  return tokens;
}

const keyOf = (token: PhaseToken) => (token.kind === 'reflection' ? token.at : token.kind);
const STARTS = ['up', 'mantle', 'head', 'diffracted'];
const ENDS = ['up', 'mantle', 'head', 'diffracted'];
const MANTLE = ['mantle', 'head', 'diffracted'];
const SUCCESSORS: Record<string, string[]> = {
  up: MANTLE,
  mantle: [...MANTLE, 'outer', 'cmb'],
  head: MANTLE,
  diffracted: MANTLE,
  cmb: ['mantle'],
  outer: ['mantle', 'outer', 'inner', 'iocb'],
  iocb: ['outer'],
  inner: ['outer', 'inner'],
};
