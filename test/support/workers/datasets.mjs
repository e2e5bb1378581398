// A dataset writer whose datasets are texts: what was there, and the spool files; what is added ahead stands in `.part`. A file `bad-writer` beside the
// dataset's folder says what goes wrong.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `pairs.mjs` has put into a spool file, behind its header. */
const textOf = (path) => readFileSync(path).toString('utf8', 32);

function commit({ isAhead, target, event, spools }) {
  const bad = join(dirname(dirname(target)), 'bad-writer');
  const misfortune = existsSync(bad) ? readFileSync(bad, 'utf8') : '';
  if (misfortune.startsWith('kill')) {
    if (misfortune === 'kill once') rmSync(bad);
    process.kill(process.pid, 'SIGKILL');
  }
  if (misfortune === `fail ${event}`) {
    const failure = { stage: 'write', code: 'write-failed', message: `${target} is odd`, advice: null, cause: null };
    return { ok: false, failure };
  }
  mkdirSync(dirname(target), { recursive: true });
  if (isAhead) {
    for (const path of spools) appendFileSync(`${target}.part`, textOf(path));
    return { ok: true, report: null };
  }
  rmSync(`${target}.part`, { force: true });
  const old = existsSync(target) ? readFileSync(target, 'utf8').split('\n').filter(Boolean) : [];
  const lines = new Map([...old, ...spools.map((path) => textOf(path).trim())].map((l) => l.split(' ')));
  writeFileSync(
    target,
    [...lines]
      .map(([station, misfit]) => `${station} ${misfit}\n`)
      .sort()
      .join(''),
  );
  return { ok: true, report: { target, pairs: spools.length, written: spools.length, kept: 0, warnings: [] } };
}

process.on('message', (message) => {
  if (message.type === 'start') process.send({ type: 'ready' });
  else process.send({ type: 'reply', id: message.id, reply: commit(message.request) });
});
process.on('disconnect', () => process.exit(0));
