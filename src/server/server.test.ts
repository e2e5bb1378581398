import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Session } from '@/session';
import { MAX_BODY_BYTES } from './calls';
import { startServer, type RunningServer } from './server';

type Listener = Parameters<Session['subscribe']>[0];

let folder: string;
let server: RunningServer;
let token: string;
let listener: Listener | null = null;
const calls: unknown[] = [];

const session: Session = {
  download: (id) => (id === 'secret' ? { path: join(folder, 'export'), name: 'misfits, Māori.csv' } : null),
  async call(method, input) {
    calls.push([method, input]);
    return { ok: true, value: 42 };
  },
  subscribe(given) {
    listener = given;
    return () => (listener = null);
  },
  openFromOutside: () => {},
  sendCommand: () => {},
  isRunning: false,
  isExporting: false,
  isBusy: false,
  close: async () => {},
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atoa-server-'));
  await mkdir(join(folder, 'pages/assets'), { recursive: true });
  await writeFile(join(folder, 'pages/index.html'), '<!doctype html><title>Atoa</title>');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  server = await startServer({ session, pages: join(folder, 'pages'), port: 0 });
  token = new URL(server.url).searchParams.get('token')!;
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: number;
  body: string;
  headers: NodeJS.Dict<string | string[]>;
}

/** A raw request: `fetch` would normalize paths and refuse to set Host. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const request = httpRequest({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode!, body: text, headers: response.headers }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const post = (headers: Record<string, string>, body = '{}') => ask('/api/appInfo', { method: 'POST', headers, body });
const json = { 'content-type': 'application/json' };

describe('downloads', () => {
  it('are sent whole under their own names, to whoever knows their address', async () => {
    await writeFile(join(folder, 'export'), 'event,station\n');
    const { status, body, headers } = await ask('/exports/secret');
    expect([status, body, headers['content-length']]).toEqual([200, 'event,station\n', '14']);
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''misfits%2C%20M%C4%81ori.csv");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('are not found at any other address', async () => {
    for (const path of ['/exports/', '/exports/other', '/exports/../secret.txt']) {
      expect((await ask(path)).status).toBe(404);
    }
    expect((await ask('/exports/secret', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
  });
});

describe('pages', () => {
  it('are served with the content security policy', async () => {
    const { status, body, headers } = await ask('/?token=x');
    expect(status).toBe(200);
    expect(body).toContain('<title>Atoa</title>');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('never come from outside their folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/../../secret.txt',
      '//etc/passwd',
      '/%00',
    ]) {
      const { status, body } = await ask(path);
      expect([path, status >= 400, body.includes('secret')]).toEqual([path, true, false]);
    }
  });

  it('answer a broken escape with 400', async () => {
    expect((await ask('/%E0%A4%A')).status).toBe(400);
  });
});

describe('calls', () => {
  it('pass with the token', async () => {
    const { status, body } = await post({ ...json, 'x-atoa-token': token }, '{"a":1}');
    expect([status, body]).toEqual([200, '{"ok":true,"value":42}']);
    expect(calls.at(-1)).toEqual(['appInfo', { a: 1 }]);
  });

  it('are refused without it, with a wrong one, with a foreign Host or Origin', async () => {
    const good = { ...json, 'x-atoa-token': token };
    const before = calls.length;
    expect((await post(json)).status).toBe(401);
    expect((await post({ ...json, 'x-atoa-token': token.replace(/./, '_') })).status).toBe(401);
    expect((await post({ ...good, host: 'evil.example' })).status).toBe(403);
    expect((await post({ ...good, host: `evil.example:${server.port}` })).status).toBe(403);
    expect((await post({ ...good, origin: 'http://evil.example' })).status).toBe(403);
    expect((await post({ ...good, origin: 'null' })).status).toBe(403);
    expect(calls.length).toBe(before);
  });

  it('refuse other methods, other types, broken and oversized bodies', async () => {
    const good = { ...json, 'x-atoa-token': token };
    expect((await ask('/api/appInfo', { headers: good })).status).toBe(405);
    expect((await post({ 'content-type': 'text/plain', 'x-atoa-token': token })).status).toBe(415);
    expect((await post(good, '{')).status).toBe(400);
    const oversized = await post(good, `"${'x'.repeat(MAX_BODY_BYTES)}"`).catch(() => ({ status: 413 }));
    expect(oversized.status).toBe(413);
  });
});

describe('a connection', () => {
  it.each([
    ['whose body never ends', 'POST /api/appInfo HTTP/1.1', 'Content-Length: 100000\r\n\r\n{'],
    ['whose headers never end', 'POST /api/appInfo HTTP/1.1', 'X-Slow: '],
  ])('%s is closed, and keeps nobody else out', async (_, first, rest) => {
    const own = { ...session, subscribe: () => () => undefined };
    const impatient = await startServer({ session: own, pages: join(folder, 'pages'), port: 0, requestTimeoutMs: 500 });
    try {
      const secret = new URL(impatient.url).searchParams.get('token')!;
      const socket = createConnection(impatient.port, '127.0.0.1');
      const closed = new Promise<string>((resolve) => {
        let text = '';
        socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(text));
      });
      const headers = [
        `Host: 127.0.0.1:${impatient.port}`,
        'Content-Type: application/json',
        `X-Atoa-Token: ${secret}`,
      ];
      socket.write([first, ...headers, rest].join('\r\n'));
      const dripping = setInterval(() => socket.write(' '), 100);
      expect((await fetch(impatient.url)).status).toBe(200);
      expect(await closed).toMatch(/^(HTTP\/1.1 408|$)/);
      clearInterval(dripping);
    } finally {
      await impatient.close();
    }
  });
});

describe('events', () => {
  const connect = (options: { token?: string; origin?: string; path?: string }) =>
    new WebSocket(`ws://127.0.0.1:${server.port}${options.path ?? '/events'}?token=${options.token ?? token}`, {
      origin: options.origin ?? `http://127.0.0.1:${server.port}`,
    });
  const outcome = (socket: WebSocket) =>
    new Promise<string>((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', () => resolve('refused'));
    });

  it('reach a page with the token', async () => {
    const socket = connect({});
    expect(await outcome(socket)).toBe('open');
    const message = new Promise<string>((resolve) => socket.on('message', (data: Buffer) => resolve(data.toString())));
    listener!('openProject', { path: '/p' });
    expect(JSON.parse(await message)).toEqual({ event: 'openProject', payload: { path: '/p' } });
    socket.close();
  });

  it('are refused to others', async () => {
    expect(await outcome(connect({ token: 'wrong' }))).toBe('refused');
    expect(await outcome(connect({ origin: 'http://evil.example' }))).toBe('refused');
    expect(await outcome(connect({ path: '/other' }))).toBe('refused');
  });

  it('reach a bounded number of pages; a flood of others is refused, and those there go on', async () => {
    const sockets = Array.from({ length: 60 }, () => connect({}));
    const outcomes = await Promise.all(sockets.map(outcome));
    const open = sockets.filter((_, i) => outcomes[i] === 'open');
    expect(open).toHaveLength(16);
    const message = new Promise<string>((resolve) =>
      open[0]!.on('message', (data: Buffer) => resolve(data.toString())),
    );
    listener!('openProject', { path: '/flood' });
    expect(await message).toContain('/flood');
    expect((await ask('/?token=x')).status).toBe(200);
    await Promise.all(open.map((socket) => new Promise((resolve) => socket.on('close', resolve).terminate())));
  });

  it('close on a page that sends much, or very often', async () => {
    for (const messages of [['x'.repeat(100_000)], Array.from({ length: 5000 }, () => 'hello')]) {
      const socket = connect({});
      await outcome(socket);
      const closed = new Promise<number>((resolve) => socket.on('close', resolve));
      for (const message of messages) socket.send(message, () => undefined);
      expect([1006, 1008, 1009]).toContain(await closed);
    }
    expect((await ask('/?token=x')).status).toBe(200);
  });

  it('do not take the server down with pages that go away before they are refused', async () => {
    const hello = `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    const crashes: unknown[] = [];
    const crash = (error: unknown) => void crashes.push(error);
    process.on('uncaughtException', crash);
    for (let i = 0; i < 200; i++) {
      await new Promise<void>((resolve) => {
        const socket = createConnection(server.port, '127.0.0.1', () => {
          socket.write(hello, () => socket.resetAndDestroy());
        });
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.off('uncaughtException', crash);
    expect(crashes).toEqual([]);
    expect((await fetch(`http://127.0.0.1:${server.port}/`)).status).toBe(200);
  });

  it('close on a page that talks', async () => {
    const socket = connect({});
    await outcome(socket);
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.send('hello');
    expect(await closed).toBe(1008);
  });
});
