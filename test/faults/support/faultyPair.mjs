// The built pair worker, with faults: ATOA_FAULTS names what happens at its start, or at the turn of a station's pair.
const faults = JSON.parse(process.env.ATOA_FAULTS);
if (faults.start === 'exit') process.exit(7);

const jobs = [];
const HAPPENS = {
  spin() {
    for (;;);
  },
  eat() {
    for (const kept = []; ;) kept.push(Buffer.alloc(64 * 2 ** 20, 1));
  },
  die() {
    process.kill(process.pid, 'SIGKILL');
  },
};

function turn() {
  const fault = HAPPENS[faults[jobs[0]?.request?.task?.station]];
  if (fault) fault();
}

// First the worker itself: a message that comes while nobody but us listens would be lost to it.
await import(process.env.ATOA_PAIR_WORKER);

// A worker has its next job waiting while it works on the first: a fault is to meet its own pair.
process.on('message', (message) => {
  if (message.type === 'job' && jobs.push(message) === 1) turn();
});
const send = process.send.bind(process);
process.send = (message) => {
  if (message.type !== 'reply' && message.type !== 'threw') return send(message);
  jobs.shift();
  // The answer goes out first.
  return send(message, turn);
};
