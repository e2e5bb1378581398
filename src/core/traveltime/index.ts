export type { Arrival } from './arrivals';
export { PhaseNameError } from './phase-name';
export { arrivals, DEFAULT_PHASES, TravelTimeError } from './traveltimes';
export { EARTH_MODELS, type EarthModel } from './velocity';
