import type { Pen } from '../../common/picture';
import type { MapSymbol } from '../../map/symbols';
import type { PlotColours } from '../colours';

interface SymbolLook {
  /** Null: there is no value. */
  colour: string | null;
  selected: boolean;
}

function outline(c: Pen, { kind, x, y, radius }: MapSymbol): void {
  c.beginPath();
  if (kind === 'events') {
    c.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  c.moveTo(x, y - radius);
  c.lineTo(x + radius * 0.9, y + radius * 0.7);
  c.lineTo(x - radius * 0.9, y + radius * 0.7);
  c.closePath();
}

/** Events as discs and stations as triangles in the colours of their values; hollow without one, ringed where selected. */
export function paintEnds(
  c: Pen,
  symbols: readonly MapSymbol[],
  look: (symbol: MapSymbol) => SymbolLook,
  colours: PlotColours,
): void {
  const order = [
    ...symbols.filter(({ kind }) => kind === 'events'),
    ...symbols.filter(({ kind }) => kind === 'stations'),
  ];
  for (const symbol of order) {
    const { colour, selected } = look(symbol);
    outline(c, symbol);
    if (colour !== null) {
      c.fillStyle = colour;
      c.fill();
    }
    c.strokeStyle = colour === null ? colours.axis : colours.strong;
    c.lineWidth = selected ? 2.4 : colour === null ? 1 : 0.8;
    c.stroke();
  }
}
