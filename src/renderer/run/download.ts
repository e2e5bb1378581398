import type { ExportResult } from '@/api';
import { notifyDone, notifyError } from '../app/notices';
import { api } from '../bridge';
import { texts } from '../texts';

/** Has the browser save what lies at an address. */
export function offer({ name, url }: { name: string; url: string }): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Tells how a file has left, and has the browser save it where that is its part. */
export async function conclude(exporting: Promise<ExportResult>): Promise<void> {
  try {
    const result = await exporting;
    if (result.kind === 'saved') notifyDone(texts.pairs.saved(result.path));
    if (result.kind === 'download') {
      offer(result);
      notifyDone(texts.pairs.downloaded(result.name));
    }
  } catch (error) {
    notifyError(error);
  }
}

/** Exports a table: through the native save dialog, or as a download in the browser. */
export function exportTable(table: 'misfits' | 'windows', format: 'csv' | 'json'): Promise<void> {
  return conclude(api.exportTable({ table, format }));
}
