import { wildcard } from '@/core/model';
import type { ChannelPattern } from './waveformIndex';

export const ALL_CHANNELS: ChannelPattern[] = [{ location: '*', channel: '*' }];

/** A test whether any of the patterns matches location and channel. Null, where a name does not tell, may match. */
export function channelFilter(
  patterns: ChannelPattern[],
): (location: string | null, channel: string | null) => boolean {
  const tests = patterns.map(({ location, channel }) => ({ location: wildcard(location), channel: wildcard(channel) }));
  return (location, channel) =>
    tests.some((test) => (location === null || test.location(location)) && (channel === null || test.channel(channel)));
}
