export type { Arrival } from './arrivals';
export { travelTimeCurves, type TravelTimeCurve } from './curves';
export { PhaseNameError } from './phaseName';
export { arrivals, DEFAULT_PHASES, TravelTimeError } from './traveltimes';
export { EARTH_MODELS, type EarthModel } from './velocity';
