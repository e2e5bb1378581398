import { describe, expect, it } from 'vitest';
import { EventQueue } from './eventQueue';

const sizes: Record<string, number> = { a: 3, b: 0, c: 2, d: 1 };
function queueOf(maxEvents: number) {
  const opened: string[] = [];
  const queue = new EventQueue(Object.keys(sizes), maxEvents, (event) => {
    opened.push(event);
    return Array.from({ length: sizes[event]! }, (_, i) => `${event}${i}`);
  });
  return { queue, opened };
}
function drain<T>(queue: EventQueue<T>): T[] {
  const all: T[] = [];
  for (let task = queue.next(); task !== null; task = queue.next()) all.push(task);
  return all;
}

describe('the queue of events', () => {
  it('hands out one event after the other', () => {
    expect(drain(queueOf(1).queue)).toEqual(['a0', 'a1', 'a2', 'c0', 'c1', 'd0']);
  });

  it('hands out several events in turn', () => {
    expect(drain(queueOf(2).queue)).toEqual(['a0', 'c0', 'a1', 'c1', 'a2', 'd0']);
  });

  it('opens an event no earlier than it must', () => {
    const { queue, opened } = queueOf(1);
    queue.next();
    queue.next();
    expect(opened).toEqual(['a']);
    queue.next();
    queue.next();
    expect(opened).toEqual(['a', 'b', 'c']);
  });
});
