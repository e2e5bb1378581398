import type { Medium } from './fullSpace';

/** The model that synthetics are computed in. */
export const SYNTHETIC_MODEL: Medium = { alpha: 6900, beta: 3950, density: 2900 };
/** The Earth of the demo: a little slower and lighter, and not the same everywhere (see `earthAlong`). */
export const EARTH_MODEL: Medium = { alpha: 6840, beta: 3910, density: 2850 };
/** Largest deviation of a path's mean velocity from that. */
export const HETEROGENEITY = 0.025;

/** Of the synthetics: first time, s after the origin, sampling interval in s, samples. */
export const SYNTHETIC_GRID = { start: -20, delta: 0.1, length: 5000 };
/** Half duration that synthetics are computed with, s: short, for under `corrected` the workflow convolves
 *  them with the event's own. */
export const SYNTHETIC_HALF_DURATION = 0.6;
/** Of the observed, Hz. */
export const SAMPLING_RATE = 20;
/** End of the observed records, s after the origin. */
export const RECORD_END = 510;

export const NETWORK = 'XD';
/** Band the demo is measured in, s. */
export const PERIODS = { min: 10, max: 60 };
