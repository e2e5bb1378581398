import { z } from 'zod';
import { SETTING_KEYS, type FolderSurvey, type Layout, type LayoutCheck } from '@/core/model';
import { text } from './common';

const path = text.min(1);

const layout = z.strictObject({
  ...{ events: path, stations: path, observed: path, synthetics: path, outputs: text },
  settings: z
    .array(
      z.strictObject({
        key: z.enum(SETTING_KEYS),
        value: z.union([z.string().max(256), z.number(), z.boolean()]),
        reason: text,
      }),
    )
    .max(SETTING_KEYS.length),
}) satisfies z.ZodType<Layout>;

/** A folder that is no project yet. */
export const wizardInputs = {
  /** Looks through a folder and proposes how its paths are to be mapped; writes nothing. */
  surveyFolder: z.strictObject({ path }),
  /** What would be found with other paths; writes nothing. */
  tryLayout: z.strictObject({ path, layout }),
  /** Writes atoa.yaml, and nothing else; refused where there is one. */
  createProject: z.strictObject({ path, layout }),
} as const;

export interface WizardOutputs {
  surveyFolder: FolderSurvey;
  tryLayout: LayoutCheck;
  createProject: { configFile: string };
}
