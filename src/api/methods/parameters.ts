import { z } from 'zod';
import type { PairDetail, ParametersFile, ProjectOverview } from '../types';
import { band, columns, nothing, pairKey, parametersText } from './common';

/** The project's file of parameters, and trying others. */
export const parametersInputs = {
  /** The text of the project's file of parameters, as it is on disk. */
  parametersFile: nothing,
  /** Refused while a run goes. `base` is the text that was read: a file that somebody else has changed is kept. */
  saveParameters: z.strictObject({ yaml: parametersText, base: parametersText }),
  /** As `pairDetail`, by parameters that are not saved. */
  previewPair: z.strictObject({ ...pairKey, yaml: parametersText, width: columns, band }),
} as const;

export interface ParametersOutputs {
  parametersFile: ParametersFile;
  saveParameters: ProjectOverview;
  previewPair: PairDetail;
}
