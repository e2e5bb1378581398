import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { atoa } from '../support/cli';

describe('atoa presets', () => {
  const presets = (...args: string[]) => atoa(['presets', ...args], tmpdir());

  it('lists the published sets with their citations', async () => {
    const { code, stdout } = await presets();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^maggi2009_japan_6_30s +Maggi et al\. \(2009\): Japan/m);
    expect(stdout).toContain('doi:10.1111/j.1365-246X.2009.04099.x');
  });

  it('shows one set, by its name or its title', async () => {
    const { stdout } = await presets('maggi2009_japan_6_30s');
    expect(stdout).toMatch(/^stalta_waterlevel +0\.12$/m);
    const { stdout: json } = await presets('Maggi et al. (2009): Japan (6--30s)', '--json');
    expect(JSON.parse(json)).toMatchObject({
      maggi2009_japan_6_30s: { values: { stalta_waterlevel: 0.12, c_4b: 12 } },
    });
    const { code, stderr } = await presets('japan');
    expect([code, stderr]).toEqual([2, 'atoa: there is no preset "japan"; `atoa presets` lists them\n']);
  });
});
