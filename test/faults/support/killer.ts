import { kill, workersOf } from './processes';
import { sleep } from './sleep';
import { openDatasets } from './snapshot';

export const KINDS = ['workers', 'writer', 'host'] as const;
export type Kind = (typeof KINDS)[number];

interface Victim {
  kind: Kind;
  host: number;
  /** Resolves when the host has ended. */
  ended: Promise<unknown>;
  /** ms that the run takes undisturbed. */
  duration: number;
  kills: number;
  random: () => number;
}

/** Kills processes of a run at random moments until it ends.
 *  @returns how many were hit */
export async function killAtRandom({ kind, host, ended, duration, kills, random }: Victim): Promise<number> {
  let over = false;
  void ended.then(() => (over = true));
  let hit = 0;
  for (let i = 0; i < kills && !over; i++) {
    await sleep((random() * duration) / kills);
    // A worker that is not there yet is waited for, and met at any moment of its life.
    while (!over && targets(kind, host).length === 0) await sleep(2);
    if (kind === 'writer') await sleep(random() * 60);
    const pids = over ? [] : targets(kind, host);
    const pid = pids[Math.floor(random() * pids.length)];
    if (pid !== undefined && kill(pid)) hit++;
  }
  return hit;
}

function targets(kind: Kind, host: number): number[] {
  return kind === 'host' ? [host] : workersOf(host, kind === 'workers' ? 'pair' : 'writer');
}

/** Opens the published datasets of a run again and again, until it is stopped.
 *  @returns a function that stops it and tells how often one was opened; it throws where one could not be */
export function watchDatasets(out: string): () => Promise<number> {
  let over = false;
  const watching = (async () => {
    let opened = 0;
    for (; !over; await sleep(5)) opened += openDatasets(out);
    return opened;
  })();
  // Told when it is asked for.
  watching.catch(() => undefined);
  return () => {
    over = true;
    return watching;
  };
}
