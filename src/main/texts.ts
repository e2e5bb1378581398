/** The English texts of what the main process shows by itself: menus and dialogs of the system. */
export const texts = {
  name: 'Atoa',
  menus: { file: '&File', edit: '&Edit', view: '&View', run: '&Run', help: '&Help' },
  openFolder: 'Open Folder…',
  openRecent: 'Open Recent',
  clearRecent: 'Clear Recently Opened',
  settings: 'Settings…',
  about: 'About Atoa',
  chooseFolder: 'Open a project folder',
  export: 'Export',
  licence: 'MIT licence',
  credits: (electron: string, chromium: string, node: string) =>
    `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,

  crash: {
    message: 'The page of Atoa has stopped working.',
    detail: (reason: string) =>
      `Reason: ${reason}.\n\nThe project is not affected: a run goes on, and what is done is in its journal. Reload to come back to it.`,
    reload: 'Reload',
    quit: 'Quit',
  },
  unresponsive: {
    message: 'The page of Atoa does not respond.',
    detail: 'A run goes on all the same. Wait for the page, or reload it: unsaved parameters are lost by that.',
    wait: 'Wait',
    reload: 'Reload',
  },
  unsaved: {
    message: 'Parameters are not saved.',
    detail: 'What was changed in Configure since it was saved is lost when the page goes.',
    leave: 'Leave Without Saving',
    stay: 'Stay',
  },
  quit: {
    run: {
      message: 'A run is in progress.',
      detail: 'Quitting stops it. The pairs that are done are kept, and the next run goes on from there.',
      quit: 'Stop and Quit',
      cancel: 'Keep Running',
    },
    export: {
      message: 'An export is in progress.',
      detail: 'Quitting stops it. Files that are whole are kept; the others have to be exported again.',
      quit: 'Stop and Quit',
      cancel: 'Keep Exporting',
    },
  },
} as const;
