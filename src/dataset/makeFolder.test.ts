import { chmodSync, existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporaryFolder';
import { makeFolder } from './makeFolder';

describe('making a folder', () => {
  const place = temporaryFolder('folder');

  it('makes those it lies in, and leaves one that is there', () => {
    const folder = join(place, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('goes through links', () => {
    makeFolder(join(place, 'elsewhere'));
    symlinkSync(join(place, 'elsewhere'), join(place, 'link'));
    makeFolder(join(place, 'link', 'a'));
    expect(existsSync(join(place, 'elsewhere', 'a'))).toBe(true);
  });

  it('names the file that is in the way', () => {
    writeFileSync(join(place, 'file'), '');
    expect(() => makeFolder(join(place, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(join(place, 'file', 'a', 'b'))).toThrow('ENOTDIR');
    symlinkSync(join(place, 'nowhere'), join(place, 'dangling'));
    expect(() => makeFolder(join(place, 'dangling', 'a'))).toThrow('EEXIST');
  });

  it.skipIf(process.getuid?.() === 0)('says what the system says of the first that cannot be made', () => {
    chmodSync(place, 0o500);
    expect(() => makeFolder(join(place, 'x', 'y'))).toThrow('EACCES');
    chmodSync(place, 0o700);
  });

  it.skipIf(process.platform !== 'linux')('ends where there is no such place and never will be', () => {
    expect(() => makeFolder('/proc/atoa/a/b')).toThrow('ENOENT');
  });
});
