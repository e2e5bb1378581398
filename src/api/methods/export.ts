import { z } from 'zod';
import type { ExportProgress, ExportResult, TablePreview } from '../types';
import { names, nothing, pairKey, text } from './common';

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
/** What the page asks of the rows of a table. */
export type ExportFilter = z.infer<typeof filter>;

const table = {
  table: z.enum(['misfits', 'windows', 'stations']),
  /** Whose names and choice of columns: ours, or those of Pyatoa's Inspector. */
  naming: z.enum(['atoa', 'pyatoa']).optional(),
  /** In the order wanted; null for those that the table has by itself. */
  columns: z.array(z.string().max(64)).max(100).nullable().optional(),
  filter: filter.optional(),
};

const figure = {
  format: z.enum(['png', 'svg', 'pdf']),
  widthCm: z.number().min(5).max(200),
  /** Of PNG. */
  dpi: z.number().int().min(30).max(1200),
};

/** What leaves the application. */
export const exportInputs = {
  exportTable: z.strictObject({ ...table, format: z.enum(['csv', 'json', 'parquet']) }),
  previewTable: z.strictObject({ ...table, rows: z.number().int().min(0).max(500) }),
  /** The figure of a pair, as the current parameters give it.
   *  `span`: s after the origin; all of the traces where null. */
  exportFigure: z.strictObject({ ...pairKey, ...figure, span: z.tuple([z.number(), z.number()]).nullable() }),
  /** Figures of the pairs that a filter leaves, in one PDF or a file each. `folder`: absolute, or in the project; null for
   *  its own folder of figures. One file goes where the user says, or becomes a download. */
  startFigures: z.strictObject({ ...figure, filter, layout: z.enum(['one', 'each']), folder: text.nullable() }),
  /** Adjoint sources of the events that a filter leaves, laid out for SPECFEM. */
  startAdjointSources: z.strictObject({ filter, folder: text }),
  /** A plot of the page, where the native dialog says. */
  savePicture: z.strictObject({ name: z.string().max(200), format: z.enum(['png', 'svg']), base64: z.string() }),
  /** All that a re-run needs, in one file. */
  startRerun: nothing,
  cancelExport: nothing,
  /** How the current export goes or the last one ended; null before the first. */
  exportState: nothing,
  /** Native folder dialog for what is exported; null where cancelled or where there is none. */
  chooseExportFolder: nothing,
} as const;

export interface ExportOutputs {
  exportTable: ExportResult;
  previewTable: TablePreview;
  exportFigure: ExportResult;
  /** Whether it was started: not where the user cancelled the dialog. */
  startFigures: { started: boolean };
  savePicture: ExportResult;
  startAdjointSources: { started: boolean };
  startRerun: { started: boolean };
  cancelExport: null;
  exportState: ExportProgress | null;
  chooseExportFolder: string | null;
}
