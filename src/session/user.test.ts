import { userInfo } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userName } from './user';

const NAMES = ['LOGNAME', 'USER', 'USERNAME'];

describe('the name of the user', () => {
  beforeEach(() => NAMES.forEach((name) => vi.stubEnv(name, undefined)));
  afterEach(() => vi.unstubAllEnvs());

  it('is what the environment says', () => {
    vi.stubEnv('USER', 'grace');
    expect(userName()).toBe('grace');
    vi.stubEnv('LOGNAME', 'ada');
    expect(userName()).toBe('ada');
  });

  it('is that of the account else', () => {
    expect(userName()).toBe(userInfo().username);
    vi.stubEnv('LOGNAME', '');
    expect(userName()).toBe(userInfo().username);
  });
});
