/** Texts of every matrix of events and stations. */
export const matrix = {
  zoomIn: 'Zoom in (+)',
  zoomOut: 'Zoom out (−)',
  fit: 'Show all (0)',
  noFocus: 'Arrow keys move from cell to cell, Enter opens.',
} as const;
