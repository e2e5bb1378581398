import type { Nanoseconds } from '@/core/model';

/** Codes of location and channel with wildcards: * for any characters, ? for one. */
export interface ChannelPattern {
  location: string;
  channel: string;
}

/** Which waveform files there are on one side, observed or synthetic. */
export interface WaveformIndex {
  /** Whether the files hold whole days. */
  readonly archived: boolean;
  /** Stations (NN.SSS) that may have data for an event. */
  stationsOf(event: string): Iterable<string>;
  /** Files of a pair, sorted, that hold or may hold a channel that one of the patterns matches. */
  filesOf(event: string, station: string, patterns: ChannelPattern[]): string[];
  /** Every station there is a file of. */
  stations(): Set<string>;
  /** Ids of events that have a folder with waveforms. */
  events(): Iterable<string>;
}

/** First and last time that data are wanted for. */
export interface TimeSpan {
  start: Nanoseconds;
  end: Nanoseconds;
}
