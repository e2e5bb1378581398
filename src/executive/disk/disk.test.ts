import { describe, expect, it } from 'vitest';
import { DatasetError } from '@/dataset';
import { endsRun, writeFailure } from './disk';

const systemError = (code: string, path: string) =>
  Object.assign(new Error(`${code}: as the system has it, open '${path}'`), { code, path });

describe('an error met while writing', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE', 'EIO'])(
    'ends the run where no pair would escape it: %s',
    (code) => {
      const failure = writeFailure(systemError(code, '/p/a.spool'), 'journal');
      expect(endsRun(failure)).toBe(true);
      expect(failure.message).toMatch(/^\/p\/a\.spool: /);
      expect(failure.advice).not.toBeNull();
    },
  );

  it('says what to do also where the reason is a rare one', () => {
    const failure = writeFailure(systemError('ENOTDIR', '/p/a'), '/p/a/b');
    expect(failure).toMatchObject({
      code: 'write-failed',
      message: expect.stringContaining('/p/a/b: ENOTDIR') as string,
    });
    expect(failure.advice).toContain('elsewhere');
    expect(endsRun(failure)).toBe(false);
  });
});

it('names a file once', () => {
  const told = (error: Error) => writeFailure(error, '/a/b.h5').message;
  expect(told(new DatasetError('/a/b.h5', 'it was cut short', 'Move it away.'))).toBe('/a/b.h5: it was cut short');
  expect(told(new Error('not like this'))).toBe('/a/b.h5: not like this');
});
