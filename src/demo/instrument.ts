import type { Channel, Complex, Response } from '@/core/model';
import { fromCalendar } from '@/core/model';
import { SAMPLING_RATE } from './settings';
import type { Place } from './region';

const FIR_RATE = 10 * SAMPLING_RATE;
const FIR_LENGTH = 121;
const SENSOR_GAIN = 1500;
const VOLT = 'V';
const COUNTS = 'counts';

/** Poles of a Streckeisen STS-2 of the third generation, rad/s, and its two zeros at zero. */
const POLES: Complex[] = [
  { re: -0.037, im: 0.037 },
  { re: -0.037, im: -0.037 },
  { re: -251.3, im: 0 },
  { re: -131, im: 467.3 },
  { re: -131, im: -467.3 },
];
const ZEROS: Complex[] = [
  { re: 0, im: 0 },
  { re: 0, im: 0 },
];

/** The factor that makes the poles and zeros one at 1 Hz. */
function normalization(): number {
  const omega = 2 * Math.PI;
  const above = ZEROS.reduce((product, { re, im }) => product * Math.hypot(re, omega - im), 1);
  const below = POLES.reduce((product, { re, im }) => product * Math.hypot(re, omega - im), 1);
  return below / above;
}

/** A linear-phase low-pass below the Nyquist frequency: sinc with a Blackman window, its sum one. */
function lowPass(): number[] {
  const middle = (FIR_LENGTH - 1) / 2;
  const corner = (0.4 * SAMPLING_RATE) / FIR_RATE;
  const taps = Array.from({ length: FIR_LENGTH }, (_, i) => {
    const x = 2 * Math.PI * corner * (i - middle);
    const phase = (2 * Math.PI * (i + 1)) / (FIR_LENGTH + 1);
    const window = 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
    return window * (x === 0 ? 1 : Math.sin(x) / x);
  });
  const sum = taps.reduce((a, b) => a + b, 0);
  return taps.map((tap) => tap / sum);
}

const HALF_FIR = lowPass().slice(0, (FIR_LENGTH + 1) / 2);
/** The filter's delay, which the recorder takes off its times. */
const FIR_DELAY = (FIR_LENGTH - 1) / 2 / FIR_RATE;

/** Broadband seismometer, digitizer and its decimation filter: ground velocity to counts.
 *  @param digitizerGain counts per volt */
export function broadband(digitizerGain: number): Response {
  const sampling = { inputSampleRate: FIR_RATE, offset: 0 };
  const gain = { gainFrequency: 1 };
  return {
    sensitivity: { value: SENSOR_GAIN * digitizerGain, frequency: 1, inputUnits: 'M/S', outputUnits: COUNTS },
    stages: [
      {
        kind: 'polesZeros',
        number: 1,
        inputUnits: 'M/S',
        outputUnits: VOLT,
        ...gain,
        gain: SENSOR_GAIN,
        decimation: null,
        transferFunction: 'laplaceRadians',
        normalizationFactor: normalization(),
        normalizationFrequency: 1,
        zeros: ZEROS,
        poles: POLES,
      },
      {
        kind: 'coefficients',
        number: 2,
        inputUnits: VOLT,
        outputUnits: COUNTS,
        ...gain,
        gain: digitizerGain,
        decimation: { ...sampling, factor: 1, delay: 0, correction: 0 },
        transferFunction: 'digital',
        numerators: [],
        denominators: [],
      },
      {
        kind: 'fir',
        number: 3,
        inputUnits: COUNTS,
        outputUnits: COUNTS,
        ...gain,
        gain: 1,
        decimation: { ...sampling, factor: FIR_RATE / SAMPLING_RATE, delay: FIR_DELAY, correction: FIR_DELAY },
        symmetry: 'odd',
        coefficients: HALF_FIR,
      },
    ],
  };
}

/** The three channels of a station. */
export function channels([latitude, longitude]: Place, elevationM: number, response: Response): Channel[] {
  const orientations = [
    ['BHE', 90, 0],
    ['BHN', 0, 0],
    ['BHZ', 0, -90],
  ] as const;
  return orientations.map(([code, azimuthDeg, dipDeg]) => ({
    location: '00',
    code,
    latitude,
    longitude,
    elevationM,
    depthM: 0,
    azimuthDeg,
    dipDeg,
    sampleRate: SAMPLING_RATE,
    start: fromCalendar(2015, 1, 1),
    end: null,
    response,
  }));
}
