import type { Api, ApiFailure, Bridge, Method } from '@/api';
import { createHttpBridge } from './http';
import { takeToken } from './token';

declare global {
  interface Window {
    /** Put there by the preload script in Electron. */
    atoa?: Bridge;
  }
}

/** A refusal by the engine: a sentence for the user, and what to do about it. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: string;
  readonly advice: string | null;

  constructor(failure: ApiFailure) {
    super(failure.message);
    this.code = failure.code;
    this.advice = failure.advice;
  }
}

/** The engine as plain async functions: unwraps replies.
 *  @throws ApiError from every method */
export function createApi(bridge: Bridge): Api {
  const call = async (method: Method, input: unknown): Promise<unknown> => {
    const reply = await bridge.call(method, input);
    if (!reply.ok) throw new ApiError(reply.error);
    return reply.value;
  };
  return new Proxy({} as Api, {
    get: (_, method) => (input: unknown) => call(method as Method, input),
  });
}

function browserBridge(): Bridge {
  return createHttpBridge({
    origin: window.location.origin,
    token: takeToken(window.location, window.sessionStorage, window.history),
    fetch: window.fetch.bind(window),
    connect: (url) => new WebSocket(url) as ReturnType<Parameters<typeof createHttpBridge>[0]['connect']>,
    later: (action, milliseconds) => void window.setTimeout(action, milliseconds),
  });
}

export const bridge: Bridge = window.atoa ?? browserBridge();
export const api: Api = createApi(bridge);
