import { describe, expect, it } from 'vitest';
import { parsePhase, PhaseNameError } from './phaseName';
import { DEFAULT_PHASES } from './traveltimes';

const kinds = (name: string) => parsePhase(name).map((token) => token.kind);

describe('parsePhase', () => {
  it('knows every usual phase', () => {
    expect(DEFAULT_PHASES).toHaveLength(56);
    for (const name of DEFAULT_PHASES) expect(parsePhase(name).length).toBeGreaterThan(0);
  });

  it('tells head, diffracted and crustal waves from plain legs', () => {
    expect(kinds('P')).toEqual(['mantle']);
    expect(kinds('Pn')).toEqual(['head']);
    expect(kinds('sPdiff')).toEqual(['up', 'diffracted']);
    expect(kinds('Sg')).toEqual(['crust']);
    expect(kinds('SKiKP')).toEqual(['mantle', 'outer', 'core', 'outer', 'mantle']);
  });

  it('reads depths with the way they are met', () => {
    expect(parsePhase('Pv410s')[1]).toEqual({ kind: 'boundary', how: 'above', depth: 410 });
    expect(parsePhase('P^660.5P')[1]).toEqual({ kind: 'boundary', how: 'below', depth: 660.5 });
    expect(parsePhase('S410p')[1]).toEqual({ kind: 'boundary', how: 'through', depth: 410 });
    expect(parsePhase('PvmP')[1]).toEqual({ kind: 'boundary', how: 'above', depth: 'moho' });
    expect(parsePhase('Pms')[1]).toEqual({ kind: 'boundary', how: 'through', depth: 'moho' });
  });

  it.each(['', 'X', 'Pc', 'PKPc', 'KP', 'PIP', 'PKi', 'cP', 'P410', 'Px P'])('refuses %j', (name) => {
    expect(() => parsePhase(name)).toThrow(PhaseNameError);
  });
});
