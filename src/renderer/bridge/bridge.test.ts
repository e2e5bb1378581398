import { describe, expect, it, vi } from 'vitest';
import type { Bridge, Connection } from '@/api';
import { createHttpBridge, type HttpHost } from './http';
import { takeToken } from './token';

function host(reply: unknown) {
  const sockets: ReturnType<HttpHost['connect']>[] = [];
  const waits: number[] = [];
  const fetch = vi.fn(() => Promise.resolve(new Response(JSON.stringify(reply))));
  const double: HttpHost = {
    origin: 'http://127.0.0.1:9',
    token: 't&k',
    fetch,
    connect: () => {
      const socket = { onopen: null, onclose: null, onmessage: null, close: () => undefined };
      sockets.push(socket);
      return socket;
    },
    later: (action, milliseconds) => {
      waits.push(milliseconds);
      action();
    },
  };
  return { double, sockets, waits, fetch };
}

describe('the bridge of browser mode', () => {
  it('posts the input as JSON with the token', async () => {
    const { double, fetch } = host({ ok: true, value: null });
    await createHttpBridge(double).call('openProject', { path: '/p' });
    const [url, request] = fetch.mock.calls[0] as unknown as [string, RequestInit];
    expect(url).toBe('http://127.0.0.1:9/api/openProject');
    expect(request.body).toBe('{"path":"/p"}');
    expect(request.headers).toMatchObject({ 'x-atoa-token': 't&k' });
  });

  it('turns a dead engine into a reply with advice', async () => {
    const { double } = host(null);
    double.fetch = () => Promise.reject(new Error('refused'));
    const reply = await createHttpBridge(double).call('appInfo', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('hands events to listeners until they are removed', () => {
    const { double, sockets } = host(null);
    const bridge: Bridge = createHttpBridge(double);
    const heard: unknown[] = [];
    const remove = bridge.on('openProject', (payload) => heard.push(payload.path));
    const send = (path: string) =>
      sockets[0]!.onmessage!({ data: JSON.stringify({ event: 'openProject', payload: { path } }) });
    send('/a');
    remove();
    send('/b');
    expect(heard).toEqual(['/a']);
  });

  it('reconnects with growing delays and catches up with the run', async () => {
    const progress = { state: 'running' };
    const { double, sockets, waits, fetch } = host({ ok: true, value: progress });
    const heard = vi.fn();
    const bridge = createHttpBridge(double);
    bridge.on('run', heard);
    const seen: Connection[] = [];
    bridge.onConnection((connection) => seen.push(connection));
    for (const index of [0, 1, 2]) {
      sockets[index]!.onclose!();
      await vi.waitFor(() => expect(sockets).toHaveLength(index + 2));
    }
    sockets[3]!.onopen!();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ progress, outcomes: [] }));
    expect(waits).toEqual([250, 500, 1000]);
    expect(seen).toEqual(['away', 'away', 'away', 'connected']);
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  it('gives up where the engine takes no call of this page, and says so', async () => {
    const { double, sockets, waits } = host(null);
    double.fetch = () => Promise.resolve(new Response('missing or wrong token', { status: 401 }));
    const bridge = createHttpBridge(double);
    const seen: Connection[] = [];
    bridge.onConnection((connection) => seen.push(connection));
    expect(await bridge.call('appInfo', {})).toMatchObject({ ok: false, error: { code: 'wrong-token' } });
    sockets[0]!.onclose!();
    await vi.waitFor(() => expect(seen).toEqual(['away', 'refused']));
    expect(waits).toEqual([]);
  });
});

describe('takeToken', () => {
  it('keeps the token and removes it from the address', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const history = { replaceState: vi.fn() };
    expect(takeToken({ href: 'http://h/?token=abc&x=1' }, storage, history)).toBe('abc');
    expect(history.replaceState).toHaveBeenCalledWith(null, '', '/?x=1');
    expect(takeToken({ href: 'http://h/?x=1' }, storage, history)).toBe('abc');
  });
});
