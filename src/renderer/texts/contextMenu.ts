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
  copyId: 'Copy the name',
  showOnMap: 'Zoom to all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
} as const;
