import { describe, expect, it } from 'vitest';
import { safeName } from './names';

describe('safeName', () => {
  it.each([
    ['2018p130600', '2018p130600'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['..', '_'],
    ['a\\b:c*?', 'a_b_c__'],
    ['', '_'],
    ['.hidden', '_hidden'],
    ['-rf', '_rf'],
    ['C201103110546A+é', 'C201103110546A+é'],
  ])('%j becomes %j', (text, name) => {
    expect(safeName(text)).toBe(name);
  });
});
