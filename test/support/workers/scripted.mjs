// A worker that does as each request says. Requests: { do, ... }; replies: { pid, ... }.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';

let context = {};
let last = Promise.resolve();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** True the first time only, over all processes: a file remembers it. */
function first(mark) {
  if (existsSync(mark)) return false;
  writeFileSync(mark, '');
  return true;
}

const deeds = {
  echo: ({ value }) => ({ value }),
  sleep: async ({ ms, value }) => {
    await sleep(ms);
    return { value };
  },
  throw: () => {
    throw new Error('a bad day');
  },
  print: ({ line }) => {
    process.stdout.write(`${line}\n`);
    return {};
  },
  exit: ({ code, mark }) => {
    if (mark === undefined || first(mark)) process.exit(code);
    return { value: 'survived' };
  },
  kill: ({ mark }) => {
    if (mark === undefined || first(mark)) process.kill(process.pid, 'SIGKILL');
    return { value: 'survived' };
  },
  spin: () => {
    for (;;);
  },
  reject: () => {
    void Promise.reject(new Error('nobody catches me'));
    return sleep(1000);
  },
  eat: async ({ mb }) => {
    const eaten = [];
    for (let i = 0; i < mb; i += 10) {
      eaten.push(Buffer.alloc(10 * 2 ** 20, 1));
      await sleep(5);
    }
    return { value: eaten.length };
  },
  // The reply is on its way when the process ends.
  answerAndDie: ({ value }) => {
    setImmediate(() => process.exit(3));
    return { value };
  },
};

process.on('message', (message) => {
  if (message.type === 'start') {
    context = message.context ?? {};
    if (context.exitAtOnce) {
      process.stderr.write('cannot find my own head\n');
      process.exit(7);
    }
    process.send({ type: 'ready' });
    if (context.noise) process.send({ type: 'reply', id: 999_999, reply: 'nobody asked' });
    return;
  }
  last = last.then(async () => {
    const { id, request } = message;
    if (context.journal) appendFileSync(context.journal, `${process.pid} ${request.value ?? request.do}\n`);
    try {
      process.send({ type: 'reply', id, reply: { pid: process.pid, ...(await deeds[request.do](request)) } });
    } catch (error) {
      process.send({ type: 'threw', id, message: error.message, stack: error.stack });
    }
  });
});
process.on('disconnect', () => process.exit(0));
