import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseParameters } from '@/core/config';
import { temporaryFolder } from '../../../test/support/temporaryFolder';
import { configDigest, InputFiles } from './fingerprint';

const digestOf = (yaml: string) => configDigest(parseParameters(yaml, 'test'));

describe('the digest of a configuration', () => {
  it('does not change with what changes no number', () => {
    const plain = digestOf('');
    expect(digestOf('executive: { max_stations: 7, plot: true, log_level: DEBUG, pair_timeout: 5 }')).toBe(plain);
    expect(digestOf('paths: { logs: elsewhere }')).toBe(plain);
    expect(digestOf('event_id: "001"')).toBe(plain);
    expect(digestOf('max_period: 100\nmin_period: 10')).toBe(plain);
  });

  it('changes with what changes numbers or where they go', () => {
    const all = [
      '',
      'min_period: 11',
      'pyflex_parameters: { c_0: 0.9 }',
      'executive: { steps: [window] }',
      'iteration: 2',
    ];
    expect(new Set(all.map(digestOf)).size).toBe(all.length);
  });
});

describe('the digest of input files', () => {
  function setUp() {
    const root = join(temporaryFolder('inputs'), 'project');
    mkdirSync(root);
    const [a, b] = [join(root, 'a'), join(root, 'b')];
    for (const path of [a, b]) {
      writeFileSync(path, 'data');
      utimesSync(path, 1, 1);
    }
    const digest = async (files = [a, b], at = root) => {
      const inputs = new InputFiles(at);
      await inputs.look(files);
      return inputs.digest(files);
    };
    return { root, a, b, digest };
  }

  it('does not depend on order', async () => {
    const { a, b, digest } = setUp();
    expect(await digest([b, a])).toBe(await digest([a, b]));
  });

  it('stays when the project is moved', async () => {
    const { root, digest } = setUp();
    const before = await digest();
    renameSync(root, `${root}-moved`);
    expect(await digest([join(`${root}-moved`, 'a'), join(`${root}-moved`, 'b')], `${root}-moved`)).toBe(before);
  });

  it('changes with size, time, name and presence', async () => {
    const { a, b, digest } = setUp();
    const digests = [await digest()];
    writeFileSync(a, 'more data');
    utimesSync(a, 1, 1);
    digests.push(await digest());
    utimesSync(a, 1, 2);
    digests.push(await digest());
    renameSync(b, `${b}c`);
    digests.push(await digest(), await digest([a, `${b}c`]), await digest([a]));
    expect(new Set(digests).size).toBe(digests.length);
  });
});
