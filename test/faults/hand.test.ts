import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandDecision, ProjectOverview } from '@/api';
import { start, type RunningCommand } from '../support/cli';
import { FaultDemo } from './support/demo';
import { kill } from './support/processes';
import { generator } from '../support/random';
import { sleep } from './support/sleep';
import { ROUNDS, SEED } from './support/report';
import { snapshot, type Snapshot } from './support/snapshot';

/** ms in which a decision is made, its pair done again and its dataset written. */
const LONGEST = 1500;

/** Somebody decides on a pair in the browser mode, whose process is killed at a random moment of that. */
describe('SIGKILL while somebody decides', () => {
  let demo: FaultDemo;
  let pair: { event: string; station: string };

  beforeAll(async () => {
    demo = await FaultDemo.make(2, 3);
  });
  afterAll(() => demo.remove());

  async function open(
    project: string,
  ): Promise<{ server: RunningCommand; call: (method: string, input: object) => Promise<unknown> }> {
    const server = start(['serve', '--no-open'], demo.folder);
    const url = await new Promise<URL>((found) => {
      server.onLine((line) => {
        const address = /http:\/\/\S+/.exec(line)?.[0];
        if (address) found(new URL(address));
      });
    });
    const headers = { 'content-type': 'application/json', 'x-atoa-token': url.searchParams.get('token') ?? '' };
    const call = async (method: string, input: object) => {
      const body = JSON.stringify(input);
      const response = await fetch(`${url.origin}/api/${method}`, { method: 'POST', headers, body });
      return ((await response.json()) as { value: unknown }).value;
    };
    const { events, stations } = (await call('openProject', { path: project })) as ProjectOverview;
    pair = { event: events[0]!.id, station: stations[0]!.code };
    return { server, call };
  }

  /** All that a run leaves, but for times that a decision carries: those of the journal's. */
  async function finished(out: string): Promise<Snapshot['files']> {
    await demo.finish(out);
    const { files } = await snapshot(demo.path(out));
    return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('logs/')));
  }

  it('leaves the decision, or the state before it', async () => {
    const random = generator(SEED);
    const plain = await finished('undisturbed');
    const kept: boolean[] = [];
    for (let round = 0; round < Math.min(ROUNDS, 4); round++) {
      const { server, call } = await open(demo.project);
      const verdict = round % 2 === 0 ? 'rejected' : 'withdrawn';
      const answer = call('decideByHand', { ...pair, verdict, note: `round ${round}` }).catch(() => null);
      await sleep(random() * LONGEST);
      kill(server.process.pid!);
      const isAnswered = (await answer) !== null;
      await server.finished;

      const again = await open(demo.project);
      const decisions = (await again.call('handDecisions', {})) as HandDecision[];
      again.server.process.kill('SIGTERM');
      await again.server.finished;
      const last = decisions.find(({ note }) => note === `round ${round}`);
      if (isAnswered && (verdict === 'rejected' || kept.at(-1))) expect(last?.verdict).toBe(verdict);
      const isRejected = decisions.some((each) => each.verdict === 'rejected');
      kept.push(isRejected);
      const out = `after-${round}`;
      const found = await finished(out);
      const name = join('adjsrcs', pair.event);
      const sources = (files: Snapshot['files']) =>
        Object.keys(files).filter((path) => path.startsWith(`${name}/${pair.station}.`)).length;
      expect(sources(found)).toBe(isRejected ? 0 : sources(plain));
      if (!isRejected) expect(found).toEqual(plain);
      await demo.forget(out);
    }
    expect(kept).toHaveLength(Math.min(ROUNDS, 4));
  }, 240_000);
});
