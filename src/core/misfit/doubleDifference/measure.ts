import { PairError } from '@/core/model';
import type { DoubleDifferenceType } from '../types';
import { correlationTraveltimeDifference } from './ccTraveltime';
import { multitaperDifference } from './multitaper';
import type { DoubleDifferenceFunction, DoubleDifferenceInput, DoubleDifferenceMeasurement } from './types';
import { convolutionDifference, waveformDifference } from './waveform';

const FUNCTIONS: Record<DoubleDifferenceType, DoubleDifferenceFunction> = {
  waveform_dd: waveformDifference,
  convolution_dd: convolutionDifference,
  cc_traveltime_dd: correlationTraveltimeDifference,
  multitaper_dd: multitaperDifference,
};

/**
 * Double difference between two stations of an event: how what distinguishes their observed traces differs from what
 * distinguishes their synthetics; and its adjoint sources at both.
 * @param type   the misfit function
 * @param input  traces and windows of both stations, in s from each trace's first sample
 * @returns      adjoint sources in forward time, each as long as the station's synthetic
 * @throws PairError `windows-unpaired` where the stations have different numbers of windows
 * @see Yuan, Simons & Tromp 2016, Double-difference adjoint seismic tomography
 */
export function measureDoubleDifference(
  type: DoubleDifferenceType,
  input: DoubleDifferenceInput,
): DoubleDifferenceMeasurement {
  const [a, b] = [input.windowsA.length, input.windowsB.length];
  if (a !== b) {
    throw new PairError(
      'measure',
      'windows-unpaired',
      `${type} got ${a} windows of one station and ${b} of the other`,
      {
        advice: 'Give each window of one station its counterpart at the other.',
      },
    );
  }
  return FUNCTIONS[type](input);
}
