import type { ExportFilter, ExportProgress } from '@/api';
import { notifyError } from '../app/notices';
import { api } from '../bridge';
import { conclude, offer } from '../run/download';
import { currentFilter } from './elsewhere';
import { setExport, useExport, type FigureFormat } from './store';

/** Rows that are looked at before a table is written. */
const PREVIEW_ROWS = 100;
/** A wish is sent when nothing has changed for this long, ms. */
const CALM_MS = 200;

let turn = 0;

/** Asks for the first rows of what would be exported, unless something else is wanted by then. */
export function refreshPreview(): () => void {
  const mine = ++turn;
  const timer = window.setTimeout(() => {
    const { kind, table, naming, columns } = useExport.getState();
    const wanted = kind === 'tables' ? { table, naming, columns } : ({ table: 'misfits' } as const);
    const rows = kind === 'tables' ? PREVIEW_ROWS : 0;
    const filter = kind === 'adjointSources' ? measured(currentFilter()) : currentFilter();
    api
      .previewTable({ ...wanted, filter, rows })
      .then((preview) => {
        if (mine === turn) setExport({ preview });
      })
      .catch(notifyError);
  }, CALM_MS);
  return () => window.clearTimeout(timer);
}

/** Of a filter what was measured: the others have no adjoint source. */
function measured(filter: ExportFilter): ExportFilter {
  const { min, max } = filter.misfit;
  return { ...filter, misfit: { min: min ?? 0, max } };
}

export function exportTable(): Promise<void> {
  const { table, naming, columns, tableFormat: format } = useExport.getState();
  return conclude(api.exportTable({ table, naming, columns, format, filter: currentFilter() }));
}

export function makeFigures(): Promise<void> {
  const { figureFormat: format, layout, widthCm, dpi, figuresFolder } = useExport.getState();
  const folder = figuresFolder.trim() === '' ? null : figuresFolder.trim();
  const asked = { format, widthCm, dpi, folder, filter: currentFilter() };
  return begin(api.startFigures({ ...asked, layout: format === 'pdf' ? layout : 'each' }));
}

export function copyAdjointSources(): Promise<void> {
  const { adjointFolder: folder } = useExport.getState();
  return begin(api.startAdjointSources({ folder, filter: currentFilter() }));
}

export function exportRerun(): Promise<void> {
  return begin(api.startRerun({}));
}

/** The figure of a pair, of what is in sight.
 *  @param span s after the origin; null for all */
export function saveFigure(
  pair: { event: string; station: string },
  format: FigureFormat,
  span: [number, number] | null,
): Promise<void> {
  const { widthCm, dpi } = useExport.getState();
  return conclude(api.exportFigure({ ...pair, format, widthCm, dpi, span }));
}

export async function cancelExport(): Promise<void> {
  await api.cancelExport({}).catch(notifyError);
}

/** By the native dialog, where there is one. */
export async function chooseFolder(field: 'figuresFolder' | 'adjointFolder'): Promise<void> {
  try {
    const folder = await api.chooseExportFolder({});
    if (folder !== null) setExport({ [field]: folder });
  } catch (error) {
    notifyError(error);
  }
}

/** News of an export; a file that waits is fetched when it is done. */
export function takeExport(progress: ExportProgress): void {
  const before = useExport.getState().progress;
  setExport({ progress });
  const download = progress.report?.download ?? null;
  if (before?.state === 'going' && progress.state === 'done' && download !== null) offer(download);
}

async function begin(starting: Promise<{ started: boolean }>): Promise<void> {
  await starting.catch(notifyError);
}
