import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { CHANNELS, type ApiEvents, type EventName, type Input, type Method, type Outputs, type Reply } from '@/api';

const ROOT = resolve(import.meta.dirname, '../../..');
export const OWN_PAGE = 'atoa://app/index.html';

/** @throws Error with the refusal, where the reply is one */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

/** An item of a menu, without what it does. */
export interface ToldMenuItem {
  label?: string;
  role?: string;
  submenu?: ToldMenuItem[];
}

interface Told {
  kind: string;
  value: unknown;
  id?: number;
}

/** The built main process, run by Node with the double of `electron`. */
export class MainProcess {
  readonly told: Told[] = [];
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #watchers: (() => void)[] = [];
  #next = 1;
  stderr = '';

  /** @param home folder that stands for the user's folders
   *  @param environment more variables: what the double is to be like */
  constructor(home: string, args: string[] = [], environment: NodeJS.ProcessEnv = {}) {
    this.#child = fork(resolve(ROOT, 'out/main/index.js'), args, {
      execArgv: ['--import', resolve(ROOT, 'test/support/electron/register.mjs')],
      env: { ...process.env, WAYLAND_DISPLAY: undefined, ATOA_DOUBLE_HOME: home, NODE_OPTIONS: '', ...environment },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.#child.on('message', (message: Told) => {
      if (message.kind === 'reply') this.#waiting.get(message.id!)?.(message.value);
      else this.told.push(message);
      this.#watchers.forEach((check) => check());
    });
  }

  /** The first thing told of a kind, waiting for it.
   *  @throws after 20 s, with what the process wrote to stderr */
  async until<T>(kind: string, accept: (value: T) => boolean = () => true): Promise<T> {
    const find = () => this.told.find((told) => told.kind === kind && accept(told.value as T));
    return new Promise<T>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`no "${kind}" was told\n${this.stderr}`)), 60_000);
      const check = () => {
        const found = find();
        if (!found) return;
        clearTimeout(timer);
        this.#watchers = this.#watchers.filter((watcher) => watcher !== check);
        done(found.value as T);
      };
      this.#watchers.push(check);
      check();
    });
  }

  ask<T>(kind: string, value: unknown): Promise<T> {
    const id = this.#next++;
    return new Promise((done) => {
      this.#waiting.set(id, (reply) => done(reply as T));
      this.#child.send({ id, kind, value });
    });
  }

  /** Calls the api as a page does. */
  call<M extends Method>(method: M, input: Input<M>, from = OWN_PAGE): Promise<Reply<Outputs[M]>> {
    return this.ask('invoke', { channel: CHANNELS.call, args: [method, input], from });
  }

  /** The first event sent to the page that satisfies `accept`. */
  async event<E extends EventName>(name: E, accept: (payload: ApiEvents[E]) => boolean): Promise<ApiEvents[E]> {
    const sent = await this.until<{ args: [EventName, ApiEvents[E]] }>(
      'sent',
      ({ args }) => args[0] === name && accept(args[1]),
    );
    return sent.args[1];
  }

  /** Quits as the user does, and waits for the exit code. */
  quit(): Promise<number | null> {
    const exit = this.exited();
    this.#child.send({ id: 0, kind: 'quit' });
    return exit;
  }

  exited(): Promise<number | null> {
    return new Promise((done) => this.#child.once('exit', done));
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
