import { create } from 'zustand';
import type { ExportProgress, TablePreview } from '@/api';
import { NO_FILTER, type FilterText } from './filter';

export type ExportKind = 'tables' | 'figures' | 'adjointSources' | 'rerun';
export type TableName = 'misfits' | 'windows' | 'stations';
export type TableFormat = 'csv' | 'json' | 'parquet';
export type FigureFormat = 'png' | 'svg' | 'pdf';

interface ExportState {
  kind: ExportKind;
  filter: FilterText;
  table: TableName;
  naming: 'atoa' | 'pyatoa';
  /** Names in their order; null for the usual ones. */
  columns: string[] | null;
  tableFormat: TableFormat;
  figureFormat: FigureFormat;
  layout: 'one' | 'each';
  widthCm: number;
  dpi: number;
  /** Empty for the project's own. */
  figuresFolder: string;
  adjointFolder: string;
  preview: TablePreview | null;
  /** Of the export that takes its time; null before the first. */
  progress: ExportProgress | null;
}

const FIRST: ExportState = {
  kind: 'tables',
  filter: NO_FILTER,
  table: 'misfits',
  naming: 'atoa',
  columns: null,
  tableFormat: 'csv',
  figureFormat: 'pdf',
  layout: 'one',
  widthCm: 25,
  dpi: 150,
  figuresFolder: '',
  adjointFolder: 'specfem',
  preview: null,
  progress: null,
};

export const useExport = create<ExportState>(() => FIRST);

export function setExport(change: Partial<ExportState>): void {
  useExport.setState(change);
}

export function setFilterText(change: Partial<FilterText>): void {
  useExport.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Another kind counts other rows. What is chosen already stays as it is: nothing would ask for its preview again. */
export function setKind(kind: ExportKind): void {
  if (kind !== useExport.getState().kind) useExport.setState({ kind, preview: null });
}

/** Another table has other columns. */
export function setTable(change: Partial<Pick<ExportState, 'table' | 'naming'>>): void {
  useExport.setState({ ...change, columns: null, preview: null });
}

export function forgetExport(): void {
  useExport.setState(FIRST);
}
