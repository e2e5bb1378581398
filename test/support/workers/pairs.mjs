// A pair worker that does what the pair's observed file says: a number is its misfit; other words are misfortunes.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

let folders = null;
let last = Promise.resolve();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function outcomeOf({ event, station }, misfit, error) {
  return {
    ...{
      event,
      station,
      status: error ? 'failed' : 'ok',
      misfit,
      nwin: 1,
      warnings: [],
      error,
      seconds: 0.01,
      timings: {},
    },
    components: { Z: { misfit, nwin: 1, windows: [{ left: 1, right: 2, cc: 1, dt: 0, dlnA: 0 }] } },
    ...{ distanceKm: 10, azimuthDeg: 20, backazimuthDeg: 200 },
  };
}

/** A text in the frame of a spool file, which a resume looks at. */
function spoolOf(text) {
  const header = Buffer.alloc(32);
  header.write('ATOASPL\0', 'latin1');
  header.writeUInt32LE(1, 8);
  header.writeUInt32LE(crc32(text), 12);
  header.writeBigUInt64LE(BigInt(text.length), 16);
  return Buffer.concat([header, Buffer.from(text)]);
}

async function processPair(task) {
  // Who has begun what, for the tests to read.
  appendFileSync(join(folders.root, 'begun.txt'), `${task.event}/${task.station}\n`);
  const text = readFileSync(task.files.observed[0], 'utf8').trim();
  const mark = join(folders.root, `${task.event}.${task.station}.mark`);
  if (text === 'kill' || (text === 'kill once' && !existsSync(mark))) {
    writeFileSync(mark, '');
    process.kill(process.pid, 'SIGKILL');
  }
  if (text === 'hang') for (;;);
  if (text === 'slow') await sleep(300);
  if (text === 'refuse') {
    const error = { stage: 'gather', code: 'no-observed', message: 'there is nothing', advice: null, cause: null };
    return { kind: 'processed', outcome: outcomeOf(task, null, error), adjoints: [] };
  }
  if (text === 'full') {
    const error = { stage: 'write', code: 'disk-full', message: 'the disk is full', advice: 'Make room.', cause: null };
    return { kind: 'processed', outcome: outcomeOf(task, null, error), adjoints: [] };
  }
  const misfit = Number(text) || 1;
  const folder = join(folders.adjsrcs, task.event);
  mkdirSync(folder, { recursive: true });
  const name = `${task.station}.BXZ.adj`;
  for (const old of task.stale) rmSync(join(folder, old), { force: true });
  writeFileSync(join(folder, name), `${misfit}\n`);
  const evaluation = task.evaluation === 'default' ? '' : `@${task.evaluation.replace('/', '')}`;
  const spool = join(folders.state, 'spool', `${task.event}${evaluation}`);
  mkdirSync(spool, { recursive: true });
  writeFileSync(join(spool, `${task.station}.spool`), spoolOf(`${task.station} ${misfit}\n`));
  return { kind: 'processed', outcome: outcomeOf(task, misfit, null), adjoints: [name] };
}

process.on('message', (message) => {
  if (message.type === 'start') {
    folders = message.context.folders;
    process.send({ type: 'ready' });
    return;
  }
  const { id, request } = message;
  last = last.then(async () => process.send({ type: 'reply', id, reply: await processPair(request.task) }));
});
process.on('disconnect', () => process.exit(0));
