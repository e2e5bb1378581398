import type { AsdfContent } from './asdfContent';
import { channelFilter } from '../waveforms/channelFilter';
import type { ChannelPattern, WaveformIndex } from '../waveforms/waveformIndex';

/** Waveforms of one tag in ASDF files, one file an event. */
export class AsdfWaveforms implements WaveformIndex {
  readonly archived = false;
  readonly #events: Map<string, AsdfContent>;
  readonly #tag: string;

  constructor(contents: AsdfContent[], tag: string) {
    this.#events = new Map(contents.map((content) => [content.id, content]));
    this.#tag = tag;
  }

  *stationsOf(event: string): Iterable<string> {
    for (const [station, names] of this.#events.get(event)?.waveforms ?? []) {
      if (names.some(({ tag }) => tag === this.#tag)) yield station;
    }
  }

  filesOf(event: string, station: string, patterns: ChannelPattern[]): string[] {
    const content = this.#events.get(event);
    const matches = channelFilter(patterns);
    const names = content?.waveforms.get(station) ?? [];
    const has = names.some(({ tag, location, channel }) => tag === this.#tag && matches(location, channel));
    return has ? [content!.path] : [];
  }

  stations(): Set<string> {
    return new Set([...this.#events.keys()].flatMap((event) => [...this.stationsOf(event)]));
  }

  events(): Iterable<string> {
    return this.#events.keys();
  }

  /** Tags there are, where there are files and the wanted one is in none; null otherwise. */
  otherTags(): string[] | null {
    const names = [...this.#events.values()].flatMap(({ waveforms }) => [...waveforms.values()].flat());
    const tags = new Set(names.map(({ tag }) => tag));
    return this.#events.size === 0 || tags.has(this.#tag) ? null : [...tags].sort();
  }
}
