import { expect, it } from 'vitest';
import { LatestQueue } from './latestQueue';

/** A queue whose answers come when the test says so. */
function setUp() {
  const world = { wanted: null as string | null, asked: [] as string[], answers: [] as string[] };
  let answer: (text: string) => void = () => {};
  let delayed: (() => void)[] = [];
  const queue = new LatestQueue<{ key: string }, string>({
    wanted: () => (world.wanted === null ? null : { key: world.wanted }),
    ask: ({ key }) => {
      world.asked.push(key);
      return new Promise((resolve) => (answer = resolve));
    },
    answered: ({ key }, reply) => {
      if (key === world.wanted) world.wanted = null;
      world.answers.push(`${key}: ${'value' in reply ? reply.value : 'refused'}`);
    },
    delay: (action) => delayed.push(action),
    now: () => 0,
  });
  const pass = () => {
    const actions = delayed;
    delayed = [];
    actions.forEach((action) => action());
  };
  const reply = async (text: string) => {
    answer(text);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const want = (key: string) => {
    world.wanted = key;
    queue.wake();
  };
  return { world, pass, reply, want };
}

it('asks once for many changes in a short time', () => {
  const { world, pass, want } = setUp();
  for (const key of ['a', 'b', 'c']) want(key);
  expect(world.asked).toEqual([]);
  pass();
  expect(world.asked).toEqual(['c']);
});

it('asks one at a time, and never what is not wanted any more', async () => {
  const { world, pass, reply, want } = setUp();
  want('a');
  pass();
  for (const key of ['b', 'c']) {
    want(key);
    pass();
  }
  expect(world.asked).toEqual(['a']);
  await reply('old');
  expect(world.asked).toEqual(['a', 'c']);
  await reply('new');
  expect(world.answers).toEqual(['a: old', 'c: new']);
  expect(world.asked).toHaveLength(2);
});
