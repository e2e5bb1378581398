import { describe, expect, it } from 'vitest';
import { historyOf, record, redo, undo } from './history';

describe('the history of an edit', () => {
  it('goes back and forth, and forgets what was undone once something else is done', () => {
    let history = record(record(historyOf('a'), 'b'), 'c');
    history = undo(undo(history));
    expect(history.present).toBe('a');
    expect(undo(history).present).toBe('a');
    history = redo(history);
    expect(history.present).toBe('b');
    history = record(history, 'd');
    expect(redo(history).present).toBe('d');
    expect(undo(history).present).toBe('b');
  });

  it('undoes steps of one kind together', () => {
    let history = record(historyOf(0), 1, 'nudge 1 left');
    history = record(record(history, 2, 'nudge 1 left'), 3, 'nudge 2 left');
    expect(history.past).toEqual([0, 2]);
    history = undo(history);
    expect(history.present).toBe(2);
    // Another nudge after an undo is a step of its own.
    expect(record(history, 4, 'nudge 1 left').past).toEqual([0, 2]);
  });
});
