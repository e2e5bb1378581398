import { z } from 'zod';
import type { ExportResult } from '../types';

/** What leaves the application. */
export const exportInputs = {
  exportTable: z.strictObject({
    table: z.enum(['misfits', 'windows']),
    format: z.enum(['csv', 'json']),
    /** Whose names and choice of columns: ours, or those of Pyatoa's Inspector. */
    columns: z.enum(['atoa', 'pyatoa']).default('atoa'),
  }),
} as const;

export interface ExportOutputs {
  exportTable: ExportResult;
}
