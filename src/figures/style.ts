/** Colours of Okabe & Ito (2008), told apart by everybody, and greys. */
export const COLOR = {
  ink: '#1b1f24',
  muted: '#6b7280',
  hairline: '#9aa1ab',
  grid: '#eceef1',
  observed: '#1b1f24',
  synthetic: '#d55e00',
  window: '#56b4e9',
  windowEdge: '#2f8fc4',
  adjoint: '#0072b2',
  stalta: '#4b5563',
  sea: '#f4f7fa',
  land: '#e6e3dc',
  coast: '#aaa599',
  failed: '#b3261e',
} as const;

export const FONT = "'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif";
export const WEIGHT = { regular: 400, bold: 600 } as const;
/** Of what is drawn under letters to keep them legible. */
export const HALO_WIDTH = 3;
/** How a power stands: smaller, and above the line. */
export const RAISED = { size: 8.5, by: 4 } as const;
export const SIZE = { title: 19, normal: 12.5, small: 11 } as const;

/** Width of a text in the figure's font: near enough to keep labels apart. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.56;
}
