import { expect, it } from 'vitest';
import { workerEnvironment } from './nodeLauncher';

it('keeps from workers what changes how Node runs, or slows its start down', () => {
  const kept = { PATH: '/usr/bin', XDG_CONFIG_HOME: '/tmp', NODE_PATH: '/usr/lib', TZ: 'UTC' };
  const unwanted = {
    NODE_OPTIONS: '--inspect',
    NODE_EXTRA_CA_CERTS: '/etc/ssl/cert.pem',
    NODE_CHANNEL_FD: '3',
    ELECTRON_RUN_AS_NODE: '1',
    LD_PRELOAD: 'lib.so',
  };
  expect(workerEnvironment({ ...kept, ...unwanted })).toEqual(kept);
});
