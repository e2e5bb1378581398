/** Texts of the context menus in the view of a pair. */
export const pairMenu = {
  ofWindow: (component: string, left: string, right: string) =>
    `Menu of the window on ${component}, ${left} to ${right} s`,
  ofComponent: (component: string) => `Menu of component ${component}`,
  zoomToWindow: 'Zoom to the window',
  editWindow: 'Edit the window',
  deleteWindow: 'Delete the window',
  copyWindow: 'Copy the values of the window',
  wholeTrace: 'Fit the whole trace',
  addWindow: (time: string) => `Add a window at ${time} s`,
  copySamples: 'Copy the component as CSV',
  copied: (component: string) => `The samples of component ${component} are on the clipboard.`,
  exportFigure: 'Export the figure as PDF…',
  accept: 'Accept the pair…',
  reject: 'Reject the pair…',
  inRun: 'Show in Run',
  inResults: 'Show in Results',
  onMap: 'Show on the map',
  log: 'Show the log',
} as const;
