import { BrowserWindow, dialog } from 'electron';
import type { SessionHost } from '@/session';

/** The system's own dialogs, as sheets of the focused window. */
export const nativeDialogs: NonNullable<SessionHost['dialogs']> = {
  async chooseFolder() {
    const options = { title: 'Open a project folder', properties: ['openDirectory' as const] };
    const parent = BrowserWindow.getFocusedWindow();
    const result = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return result.canceled ? null : (result.filePaths[0] ?? null);
  },

  async saveFile(suggestedName, format) {
    const name = format === 'csv' ? 'Comma-separated values' : 'JSON';
    const options = { title: 'Export', defaultPath: suggestedName, filters: [{ name, extensions: [format] }] };
    const parent = BrowserWindow.getFocusedWindow();
    const result = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
    return result.canceled || result.filePath === '' ? null : result.filePath;
  },
};
