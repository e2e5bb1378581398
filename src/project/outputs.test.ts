import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseParameters } from '@/core/config';
import { outputFolders } from './outputs';

const at = (yaml: string, outDir?: string) =>
  outputFolders({ path: join('/', 'p'), parameters: parseParameters(yaml, 'atoa.yaml') }, outDir);

describe('outputFolders', () => {
  it('lie in the project', () => {
    expect(at('')).toEqual({
      root: join('/', 'p'),
      state: join('/', 'p', '.atoa'),
      datasets: join('/', 'p', 'datasets'),
      datasetFile: '{event_id}.h5',
      adjsrcs: join('/', 'p', 'adjsrcs'),
      residuals: join('/', 'p', 'residuals'),
      figures: join('/', 'p', 'figures'),
      logs: join('/', 'p', 'logs'),
      misfits: join('/', 'p', 'misfits.csv'),
    });
  });

  it('all lie in another folder where one is given', () => {
    const folders = at('paths: { logs: /var/logs, figures: ../pictures, datasets: out/h5 }', join('/', 'o'));
    expect(folders).toMatchObject({
      root: join('/', 'p'),
      state: join('/', 'o', '.atoa'),
      logs: join('/', 'o', 'logs'),
      figures: join('/', 'o', 'pictures'),
      datasets: join('/', 'o', 'out', 'h5'),
    });
  });

  it.each([
    [
      'paths: { figures: observed/a1 }',
      undefined,
      'figures would be written to observed/a1, which lies in the folder of observed',
    ],
    ['paths: { observed: . }', undefined, 'state would be written to .atoa'],
    ['', join('/', 'p', 'stations'), 'state would be written to stations/.atoa'],
    ['paths: { dataset_file: "../{event_id}.h5" }', undefined, 'paths.dataset_file is'],
    ['paths: { dataset_file: all.h5 }', undefined, 'paths.dataset_file is'],
  ])('never lie in an input folder, or anywhere by a file name (%s)', (yaml, outDir, message) => {
    expect(() => at(yaml, outDir)).toThrow(message);
  });
});
