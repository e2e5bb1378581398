import { z } from 'zod';
import type { ExportResult, TablePreview } from '../types';
import { names } from './common';

const range = z.strictObject({ min: z.number().nullable(), max: z.number().nullable() });
const patterns = z.array(z.string().max(256)).max(1000);

/** Which rows of a table are wanted. An empty list means all. */
const filter = z.strictObject({
  /** Ids, with the wildcards * and ?. */
  events: patterns,
  /** NN.SSS, with wildcards. */
  stations: patterns,
  components: patterns,
  /** A pair that is done without any window is empty. */
  status: z.array(z.enum(['done', 'empty', 'failed'])).max(3),
  misfit: range,
  cc: range,
  /** s */
  dt: range,
  withWindows: z.boolean(),
  /** Events and stations selected elsewhere. */
  within: z.strictObject({ events: names, stations: names }).nullable(),
  /** Just these, as `event/NN.SSS`. */
  pairs: names.nullable(),
});

const table = {
  table: z.enum(['misfits', 'windows', 'stations']),
  /** Whose names and choice of columns: ours, or those of Pyatoa's Inspector. */
  naming: z.enum(['atoa', 'pyatoa']).optional(),
  /** In the order wanted; null for those that the table has by itself. */
  columns: z.array(z.string().max(64)).max(100).nullable().optional(),
  filter: filter.optional(),
};

/** What leaves the application. */
export const exportInputs = {
  exportTable: z.strictObject({ ...table, format: z.enum(['csv', 'json', 'parquet']) }),
  previewTable: z.strictObject({ ...table, rows: z.number().int().min(0).max(500) }),
} as const;

export interface ExportOutputs {
  exportTable: ExportResult;
  previewTable: TablePreview;
}
