import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainExit } from './electronExit';

const folder = join('/opt', 'my atoa', 'dist');

describe('an Electron that does not start', () => {
  it('is told how to make its sandbox work', () => {
    const errors = [
      '[13329:0614/163124.425381:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is',
      'not configured correctly. Rather than run without sandboxing I am aborting now.',
      '#0 0x55d0c8 base::debug::CollectStackTrace()',
    ].join('\n');
    const { reason, advice } = explainExit(errors, 'SIGTRAP', folder);
    expect(reason).toContain('sandbox');
    expect(advice).toContain(`sudo chmod 4755 "${join(folder, 'chrome-sandbox')}"`);
  });

  it('is told which library it lacks', () => {
    const errors = 'electron: error while loading shared libraries: libnss3.so: cannot open shared object file';
    expect(explainExit(errors, 'exit code 127', folder).reason).toBe('a library of the system is missing: libnss3.so');
  });

  it('is told what it said last, or how it ended', () => {
    expect(explainExit('one\ntwo\n', 'exit code 3', folder).reason).toBe('Electron did not start (two)');
    expect(explainExit('', 'SIGTRAP', folder).reason).toBe('Electron did not start (SIGTRAP)');
  });
});
