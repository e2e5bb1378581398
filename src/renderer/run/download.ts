import { notifyDone, notifyError } from '../app/notices';
import { api } from '../bridge';
import { texts } from '../texts';

function offer(name: string, mime: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Revoked later: the browser reads the blob after the click's event is over.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Exports a table: through the native save dialog, or as a download in the browser. */
export async function exportTable(table: 'misfits' | 'windows', format: 'csv' | 'json'): Promise<void> {
  try {
    const result = await api.exportTable({ table, format });
    if (result.kind === 'saved') notifyDone(texts.pairs.saved(result.path));
    if (result.kind === 'download') {
      offer(result.name, result.mime, result.text);
      notifyDone(texts.pairs.downloaded(result.name));
    }
  } catch (error) {
    notifyError(error);
  }
}
