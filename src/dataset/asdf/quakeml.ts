import { eventIdOf } from '@/formats';
import { sliceXml, textOf } from './slices';

/** The QuakeML of one event. A file that holds only one event is passed through byte for byte; of a catalogue, the head
 *  and the event's own element are taken over as they stand.
 *  @returns null where the bytes are not QuakeML, or where several events could be meant */
export function extractQuakeml(bytes: Uint8Array, eventId: string): Uint8Array | null {
  const text = textOf(bytes);
  if (!/<(?:[\w.-]+:)?quakeml[\s>]/.test(text.slice(0, 4096))) return null;
  const root = sliceXml(text, 3);
  const catalogue = root?.children.find((child) => child.name === 'eventParameters');
  const events = catalogue?.children.filter((child) => child.name === 'event') ?? [];
  if (events.length === 1) return bytes;
  const meant = events.filter((event) => eventIdOf(event.attributes['publicID'] ?? '') === eventId);
  if (!root || !catalogue || meant.length !== 1) return null;
  const event = meant[0]!;
  const pieces = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    text.slice(root.start, catalogue.openEnd),
    text.slice(event.start, event.end),
    text.slice(catalogue.closeStart, catalogue.end),
    text.slice(root.closeStart, root.end),
  ];
  return new TextEncoder().encode(pieces.join(''));
}

/** The public id of the first event in a QuakeML document. */
export function firstPublicId(quakeml: Uint8Array): string | null {
  const match = /<(?:[\w.-]+:)?event\s[^>]*?publicID\s*=\s*["']([^"']+)["']/.exec(textOf(quakeml));
  return match?.[1] ?? null;
}
