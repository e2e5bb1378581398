import { describe, expect, it } from 'vitest';
import type { EventSummary, ProjectProblem, StationSummary } from '@/api';
import { packCells } from '@/core/model';
import { countProblems, filterProblems, listProblems, problemText } from './problems';

const problem = (severity: ProjectProblem['severity'], message: string): ProjectProblem => ({
  ...{ severity, message, file: '/p/a.xml', advice: 'Mend it.' },
});
const listed = listProblems({
  problems: [problem('info', 'a note'), problem('error', 'no observed folder')],
  events: [{ id: 'a1', problems: ['No source file'] } as EventSummary],
  stations: [],
  availability: [''],
});

describe('the list of problems', () => {
  it('has the worst of the project first, then those of events', () => {
    expect(listed.map(({ message }) => message)).toEqual(['no observed folder', 'a note', 'No source file']);
  });

  it('notes what single pairs lack, of events and stations that have it elsewhere', () => {
    const side = (observed: number, synthetic: number) => ({ observed, synthetic, problems: [] });
    const notes = listProblems({
      problems: [],
      events: ['a', 'b'].map((id) => ({ id, ...side(1, 2) }) as unknown as EventSummary),
      stations: ['NZ.BFZ', 'NZ.KNZ', 'NZ.NON'].map((code, i) => {
        return { code, ...side(i === 2 ? 0 : 1, 2) } as unknown as StationSummary;
      }),
      availability: [
        [3, 2, 2],
        [2, 3, 2],
      ].map(packCells),
    });
    expect(notes.map(problemText)).toEqual([
      'Note: Event a: No observed waveforms of 1 station: NZ.KNZ',
      'Note: Event b: No observed waveforms of 1 station: NZ.BFZ',
    ]);
  });

  it('tells once, and first, what all of many share, and finds it by any of their names', () => {
    const events = ['a1', 'a2', 'a3', 'a4'].map((id, i) => {
      const own = `No synthetics: add them to the folder of event ${id}.`;
      return { id, problems: i === 2 ? ['No source file.', own] : [own] } as unknown as EventSummary;
    });
    const project = { problems: [], events, stations: [], availability: ['', '', '', ''] };
    const texts = listProblems(project).map(problemText);
    expect(texts).toEqual([
      'Warning: All 4 events: No synthetics: add them to the folder of event <event_id>.',
      'Warning: Event a3: No source file.',
    ]);
    expect(countProblems(project)).toBe(2);
    expect(filterProblems(listProblems(project), null, 'a2 synthetics')).toHaveLength(1);
    expect(listProblems({ ...project, events: events.slice(0, 3) })).toHaveLength(4);
  });

  it('is filtered by severity and by all of the words, in any case and place', () => {
    const found = (severity: ProjectProblem['severity'] | null, words: string) =>
      filterProblems(listed, severity, words).map(({ message }) => message);
    expect(found('warning', '')).toEqual(['No source file']);
    expect(found(null, 'FOLDER a.xml')).toEqual(['no observed folder']);
    expect(found(null, 'a1')).toEqual(['No source file']);
    expect(found('error', 'note')).toEqual([]);
  });

  it('is copied a line each, with what to do and where', () => {
    expect(problemText(listed[0]!)).toBe('Error: no observed folder Mend it. (/p/a.xml)');
    expect(problemText(listed[2]!)).toBe('Warning: Event a1: No source file');
  });
});
