import { BrowserWindow, dialog } from 'electron';
import type { SavedFormat, SessionHost } from '@/session';
import { texts } from './texts';

const FORMATS: Record<SavedFormat, string> = {
  csv: 'Comma-separated values',
  json: 'JSON',
  parquet: 'Parquet',
  png: 'PNG',
  svg: 'SVG',
  pdf: 'PDF',
  yaml: 'YAML',
};

/** The system's own dialogs, as sheets of the focused window. */
export const nativeDialogs: NonNullable<SessionHost['dialogs']> = {
  async chooseFolder(title: string = texts.chooseFolder) {
    // A Mac shows no title, but a message.
    const options = { title, message: title, properties: ['openDirectory' as const, 'createDirectory' as const] };
    const parent = BrowserWindow.getFocusedWindow();
    const result = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return result.canceled ? null : (result.filePaths[0] ?? null);
  },

  async saveFile(suggestedName, format) {
    const filters = [{ name: FORMATS[format], extensions: [format] }];
    // Only Linux has to be told to ask before a file is replaced.
    const properties = ['createDirectory' as const, 'showOverwriteConfirmation' as const];
    const options = { title: texts.export, defaultPath: suggestedName, filters, properties };
    const parent = BrowserWindow.getFocusedWindow();
    const result = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    return result.canceled || result.filePath === '' ? null : result.filePath;
  },
};
