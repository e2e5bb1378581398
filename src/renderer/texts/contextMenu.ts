/** Texts of context menus. */
export const contextMenu = {
  of: (name: string) => `Menu of ${name}`,
  open: 'Open the pair',
  pin: 'Pin to the preview',
  again: 'Process again',
  copyName: 'Copy event and station',
  copyRow: 'Copy the row',
  copyReason: 'Copy the reason',
  showLog: 'Show its log in the file manager',
  showFigure: 'Show its figure in the file manager',
  select: 'Select',
  leaveOut: 'Leave out',
  only: 'Select only this',
  onMap: 'Show on the map',
  copyId: 'Copy the name',
  notCopied:
    'Nothing was copied: the browser refuses it. Click into the page and copy again, or allow it the clipboard.',
  showAll: 'Zoom to all',
  zoomToSelection: 'Zoom to the selection',
  copyPlace: 'Copy latitude and longitude',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
} as const;
