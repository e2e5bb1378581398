import { expect, it } from 'vitest';
import { parseParameters } from '@/core/config';
import type { Project } from './types';
import { parameterProblems } from './problems';

it('says what the way of Pyatoa does with period bands, where they are measured so', () => {
  const told = (yaml: string) =>
    parameterProblems({ parameters: parseParameters(yaml, 'test'), configFile: '/p/atoa.yaml' } as Project);
  const bands = 'preprocess: { period_bands: [[10, 30], [20, 60]] }\n';
  expect(told(bands)).toMatchObject([
    {
      severity: 'warning',
      file: '/p/atoa.yaml',
      message: expect.stringMatching(/first period band, 10–30 s, are preprocessed twice/) as string,
      advice: expect.stringContaining('conventions: corrected') as string,
    },
  ]);
  expect(told(`${bands}conventions: corrected\n`)).toEqual([]);
  expect(told('')).toEqual([]);
});
