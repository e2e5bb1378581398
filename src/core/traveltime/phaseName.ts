import type { Wave } from './velocity';

/** A phase name that the grammar does not know. */
export class PhaseNameError extends Error {
  override name = 'PhaseNameError';

  constructor(readonly phase: string) {
    super(
      `"${phase}" is not a phase name: it is made of the legs p s P S K I J Pg Sg Pn Sn Pdiff Sdiff, of reflections c i v410 ^410 vm ^m and of conversions at a depth or at the Moho, as in P410s or Pms`,
    );
  }
}

/** One element of a phase name. */
export type PhaseToken =
  /** A leg that only goes up: p, s. */
  | { kind: 'up'; wave: Wave }
  /** A leg through crust and mantle: P, S. */
  | { kind: 'mantle'; wave: Wave }
  /** Turning in the crust: Pg, Sg. */
  | { kind: 'crust'; wave: Wave }
  /** Along the Moho: Pn, Sn. */
  | { kind: 'head'; wave: Wave }
  /** Along the core: Pdiff, Sdiff. */
  | { kind: 'diffracted'; wave: Wave }
  | { kind: 'outer' }
  | { kind: 'inner'; wave: Wave }
  /** A reflection from above at the core (c) or the inner core (i). */
  | { kind: 'core'; at: 'cmb' | 'iocb' }
  /** A boundary in crust or mantle, met from above (v410, vm) or from below (^410, ^m), or passed with conversion
   *  (410, m). */
  | { kind: 'boundary'; how: 'above' | 'below' | 'through'; depth: number | 'moho' };

const PATTERN = /[PS](?:diff|n|g)?|[psKIJcim]|[v^]?\d+(?:\.\d+)?|[v^]m/y;
const LEGS: Record<string, 'mantle' | 'crust' | 'head' | 'diffracted'> = {
  '': 'mantle',
  g: 'crust',
  n: 'head',
  diff: 'diffracted',
};
const BOUNDARIES = { v: 'above', '^': 'below' } as const;

function tokenOf(text: string): PhaseToken {
  const first = text[0]!;
  if (first === 'P' || first === 'S') return { kind: LEGS[text.slice(1)]!, wave: first };
  if (first === 'p' || first === 's') return { kind: 'up', wave: first === 'p' ? 'P' : 'S' };
  if (first === 'K') return { kind: 'outer' };
  if (first === 'I' || first === 'J') return { kind: 'inner', wave: first === 'I' ? 'P' : 'S' };
  if (first === 'c' || first === 'i') return { kind: 'core', at: first === 'c' ? 'cmb' : 'iocb' };
  const how = first === 'v' || first === '^' ? BOUNDARIES[first] : 'through';
  const place = how === 'through' ? text : text.slice(1);
  return { kind: 'boundary', how, depth: place === 'm' ? 'moho' : Number(place) };
}

/** What may follow a token; an empty string stands for the end of the name. */
const DOWN = ['mantle', 'crust', 'head', 'diffracted'];
const SUCCESSORS: Record<string, string[]> = {
  start: ['up', ...DOWN],
  up: ['', 'boundary', ...DOWN],
  mantle: ['', 'boundary', 'outer', 'cmb', ...DOWN],
  crust: ['', ...DOWN],
  head: ['', ...DOWN],
  diffracted: ['', ...DOWN],
  boundary: ['up', ...DOWN],
  cmb: ['mantle'],
  outer: ['mantle', 'outer', 'inner', 'iocb'],
  iocb: ['outer'],
  inner: ['outer', 'inner'],
};

const kindOf = (token: PhaseToken | undefined) => (!token ? '' : token.kind === 'core' ? token.at : token.kind);

/**
 * Splits a seismic phase name into its elements.
 * @throws PhaseNameError for characters or an order that make no path
 * @see Storchak et al. 2003, the IASPEI standard seismic phase list; Crotwell et al. 1999 for depths in names
 */
export function parsePhase(name: string): PhaseToken[] {
  const tokens: PhaseToken[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < name.length) {
    const match = PATTERN.exec(name);
    if (!match) throw new PhaseNameError(name);
    tokens.push(tokenOf(match[0]));
  }
  const kinds = ['start', ...tokens.map(kindOf), ''];
  const valid = kinds.slice(1).every((kind, i) => SUCCESSORS[kinds[i]!]!.includes(kind));
  if (tokens.length === 0 || !valid) throw new PhaseNameError(name);
  return tokens;
}
