import { z } from 'zod';
import { number } from './field';

/** Which stations of an event are compared with each other by misfit functions of type `_dd`. */
export const doubleDifferenceParameters = z.strictObject({
  max_distance: number(100, {
    above: 0,
    unit: 'km',
    title: 'Largest distance',
    help: 'Stations further apart are not compared.',
  }),
  min_distance: number(0, {
    min: 0,
    unit: 'km',
    title: 'Least distance',
    help: 'Stations closer together are not compared.',
  }),
  min_similarity: number(0.7, {
    min: 0,
    max: 1,
    title: 'Least similarity',
    help: 'Windows of two stations are compared if the normalized cross-correlation of their observed waveforms, at its best shift, is at least this.',
  }),
  max_pairs: number(10, {
    integer: true,
    min: 1,
    max: 10_000,
    title: 'Pairs per station',
    help: 'Most other stations that a station is compared with, on each component; the most similar come first.',
  }),
});
