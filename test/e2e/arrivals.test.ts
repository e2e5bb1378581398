import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atoa } from '../support/cli';

interface Printed {
  name: string;
  time: number;
  ray_param: number;
  ray_param_sec_degree: number;
}

const golden = JSON.parse(readFileSync(resolve('test/reference/data/taup.json'), 'utf8')) as Record<
  string,
  Record<string, [name: string, time: number, rayParameter: number][]>
>;

const arrivals = (...args: string[]) => atoa(['arrivals', ...args], tmpdir());

describe('atoa arrivals', () => {
  it.each(['ak135', 'iasp91', 'prem'])('prints the arrivals of %s as JSON', async (model) => {
    const at = Object.keys(golden[model]!).find((key) => !key.startsWith('0.0/') && !key.endsWith('/0.0'))!;
    const [depth, distance] = at.split('/') as [string, string];
    const { code, stdout } = await arrivals('--model', model, '--depth', depth, '--distance', distance, '--json');
    const printed = JSON.parse(stdout) as Printed[];
    const expected = golden[model]![at]!;
    expect([code, printed.map(({ name }) => name)]).toEqual([0, expected.map(([name]) => name)]);
    printed.forEach(({ time, ray_param: p, ray_param_sec_degree: perDegree }, i) => {
      expect(Math.abs(time - expected[i]![1])).toBeLessThan(1e-3);
      expect(Math.abs(p - expected[i]![2])).toBeLessThan(Math.max(1e-3, 1e-5 * p));
      expect(perDegree).toBeCloseTo((p * Math.PI) / 180, 12);
    });
  });

  it('prints a table of the phases asked for', async () => {
    const { code, stdout } = await arrivals('--depth', '20', '--distance', '60', '--phases', 'S,P');
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'ak135, source at 20 km, distance 60°',
      '',
      'phase    time s  p s/deg  p s/rad  takeoff °  incidence °',
      'P       605.100   6.8639  393.274      23.73        20.98',
      'S      1096.571  12.8570  736.649      26.52        23.58',
      '',
    ]);
    const none = await arrivals('--depth', '20', '--distance', '120', '--phases', 'PcP');
    expect([none.code, none.stdout]).toEqual([0, 'ak135, source at 20 km, distance 120°\nno arrivals of PcP\n']);
  });

  it('says what cannot be, and exits with 2', async () => {
    const bad: [string[], RegExp][] = [
      [['--depth', '20'], /--distance/],
      [['--depth', '2000', '--distance', '60'], /2000 km is not within 0 to 800/],
      [['--depth', '-1', '--distance', '60'], /-1 km is not within/],
      [['--depth', '20', '--distance', '181'], /181 degrees/],
      [['--depth', 'deep', '--distance', '60'], /must be a number/],
      [['--depth', '20', '--distance', '60', '--model', 'jb'], /ak135, iasp91, prem/],
      [['--depth', '20', '--distance', '60', '--phases', 'P,Q'], /"Q" is not a phase name/],
    ];
    for (const [args, message] of bad) {
      const { code, stdout, stderr } = await arrivals(...args);
      expect([args.join(' '), code, stdout]).toEqual([args.join(' '), 2, '']);
      expect(stderr).toMatch(message);
    }
  });
});
