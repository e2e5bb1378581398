import { describe, expect, it } from 'vitest';
import { EventQueue } from './eventQueue';

const sizes: Record<string, number> = { a: 3, b: 0, c: 2, d: 1 };
function queueOf(maxEvents: number) {
  const opened: string[] = [];
  const queue = new EventQueue(Object.keys(sizes), maxEvents, (event) => {
    opened.push(event);
    return Promise.resolve(Array.from({ length: sizes[event]! }, (_, i) => `${event}${i}`));
  });
  return { queue, opened };
}
async function drain<T>(queue: EventQueue<T>): Promise<T[]> {
  const all: T[] = [];
  for (let task = await queue.next(); task !== null; task = await queue.next()) all.push(task);
  return all;
}

describe('the queue of events', () => {
  it('hands out one event after the other', async () => {
    expect(await drain(queueOf(1).queue)).toEqual(['a0', 'a1', 'a2', 'c0', 'c1', 'd0']);
  });

  it('hands out several events in turn', async () => {
    expect(await drain(queueOf(2).queue)).toEqual(['a0', 'c0', 'a1', 'c1', 'a2', 'd0']);
  });

  it('opens an event no earlier than it must', async () => {
    const { queue, opened } = queueOf(1);
    await queue.next();
    await queue.next();
    expect(opened).toEqual(['a']);
    await queue.next();
    await queue.next();
    expect(opened).toEqual(['a', 'b', 'c']);
  });

  it('hands each task to one of those who wait for an event together', async () => {
    const { queue, opened } = queueOf(1);
    const tasks = await Promise.all(Array.from({ length: 8 }, () => queue.next()));
    expect(tasks).toEqual(['a0', 'a1', 'a2', 'c0', 'c1', 'd0', null, null]);
    expect(opened).toEqual(Object.keys(sizes));
  });
});
