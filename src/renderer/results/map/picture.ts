import type { GeoProjection } from 'd3-geo';
import type { Pen, Picture } from '../../common/picture';
import type { Atlas } from '../../map/atlas';
import type { Camera, Size } from '../../map/camera';
import { PAPER_MAP_COLOURS } from '../../map/colours';
import { paintBase } from '../../map/paint';
import type { MapSymbol } from '../../map/symbols';
import { texts } from '../../texts';
import { PAPER_COLOURS } from '../colours';
import { tickText } from '../ticks';
import { drawRays, type RayInput } from './rays';
import { stepOf, type ColourScale } from './scale';
import { paintEnds } from './symbols';

/** A map of results as it is seen. */
export interface MapView {
  title: string;
  size: Size;
  projection: GeoProjection;
  atlas: Atlas | null;
  kind: Camera['kind'];
  /** In the colours of paper. */
  scale: ColourScale | null;
  symbols: readonly MapSymbol[];
  valueOf: (symbol: MapSymbol) => number;
  /** Null where none are shown. */
  rays: RayInput | null;
}

const BAR = { left: 14, bottom: 14, width: 168, height: 8 };
const FONT = '10.5px system-ui, sans-serif';

function paintScale(c: Pen, { height }: Size, scale: ColourScale, title: string): void {
  const { colours, min, max, below, above } = scale;
  const top = height - BAR.bottom - 22;
  c.fillStyle = PAPER_COLOURS.paper;
  c.globalAlpha = 0.9;
  c.fillRect(BAR.left - 8, top - 18, BAR.width + 16, 44);
  c.globalAlpha = 1;
  c.font = FONT;
  c.fillStyle = PAPER_COLOURS.text;
  c.textBaseline = 'middle';
  c.textAlign = 'left';
  c.fillText(title, BAR.left, top - 8);
  const step = BAR.width / colours.length;
  colours.forEach((colour, i) => {
    c.fillStyle = colour;
    // Over all that follow: no gaps show between them.
    c.fillRect(BAR.left + i * step, top, BAR.width - i * step, BAR.height);
  });
  c.fillStyle = PAPER_COLOURS.text;
  const y = top + BAR.height + 9;
  c.fillText(`${below ? '≤ ' : ''}${tickText(min)}`, BAR.left, y);
  c.textAlign = 'center';
  c.fillText(tickText(Number(((min + max) / 2).toPrecision(6))), BAR.left + BAR.width / 2, y);
  c.textAlign = 'right';
  c.fillText(`${above ? '≥ ' : ''}${tickText(max)}`, BAR.left + BAR.width, y);
}

function* draw(c: Pen, view: MapView): Generator<void, void> {
  const { size, projection, atlas, kind, scale, symbols, rays, title } = view;
  c.save();
  c.beginPath();
  c.rect(0, 0, size.width, size.height);
  c.clip();
  paintBase(c, size, projection, atlas, PAPER_MAP_COLOURS, kind);
  yield;
  if (rays) yield* drawRays(c, rays);
  const look = (symbol: MapSymbol) => {
    const value = rays ? NaN : view.valueOf(symbol);
    const colour = scale && !Number.isNaN(value) ? scale.colours[stepOf(scale, value)] : null;
    return { colour, selected: false };
  };
  paintEnds(c, symbols, look, PAPER_COLOURS);
  if (scale) paintScale(c, size, scale, title);
  c.restore();
}

/** A map of results for a file: as it is seen, with the scale of its colours. */
export function mapPicture(view: MapView): Picture {
  const what = view.rays ? texts.results.map.rays : texts.results.map.ends;
  return { name: `map_${view.title}`, title: `${view.title} (${what})`, size: view.size, draw: (c) => draw(c, view) };
}
