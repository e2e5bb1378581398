import { addSeconds, type Nanoseconds } from './time';

/** SEED identifiers of a channel: network, station, location (may be empty), channel. */
export interface ChannelId {
  network: string;
  station: string;
  location: string;
  channel: string;
}

/** Evenly sampled data of one channel. `delta` is the sampling interval in s. */
export interface Trace extends ChannelId {
  starttime: Nanoseconds;
  delta: number;
  data: Float64Array;
}

/** NN.SSS.LL.CCC */
export function channelCode(id: ChannelId): string {
  return `${id.network}.${id.station}.${id.location}.${id.channel}`;
}

/** NN.SSS */
export function stationCode(id: Pick<ChannelId, 'network' | 'station'>): string {
  return `${id.network}.${id.station}`;
}

/** The component is the last letter of the channel code: E, N, Z, R, T, X, Y, 1, 2, ... */
export function component(id: Pick<ChannelId, 'channel'>): string {
  return id.channel.slice(-1);
}

/** Time of the last sample. */
export function endtime(trace: Pick<Trace, 'starttime' | 'delta'> & { data: { length: number } }): Nanoseconds {
  return addSeconds(trace.starttime, Math.max(0, trace.data.length - 1) * trace.delta);
}
