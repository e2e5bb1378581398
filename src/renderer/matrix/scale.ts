/** Colours of even steps through viridis, dark to light: equal steps look equal, also to colour-blind eyes and in grey.
 *  @see Smith & van der Walt 2015, matplotlib's default colour map (CC0) */
// prettier-ignore
const VIRIDIS = [
  '#440154', '#482475', '#414487', '#355f8d', '#2a788e', '#21918c', '#22a884', '#44bf70', '#7ad151', '#bddf26', '#fde725',
];

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** A colour of the scale: 0 is dark, 1 light. */
export function viridis(share: number): string {
  const at = Math.max(0, Math.min(1, share)) * (VIRIDIS.length - 1);
  const low = Math.min(VIRIDIS.length - 2, Math.floor(at));
  const [from, to] = [channels(VIRIDIS[low]!), channels(VIRIDIS[low + 1]!)];
  const mixed = from.map((channel, i) => Math.round(channel + (to[i]! - channel) * (at - low)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Colours from low to high. High stands out from the page: dark on a light one, light on a dark one. The end nearest
 *  to the page is left out, or low values would vanish in it. */
export function scaleColours(steps: number, dark: boolean): string[] {
  const [low, high] = dark ? [0.12, 1] : [0.94, 0];
  return Array.from({ length: steps }, (_, i) => viridis(low + ((high - low) * i) / Math.max(1, steps - 1)));
}
