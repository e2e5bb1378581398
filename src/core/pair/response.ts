import type { Parameters } from '@/core/config';
import { channelAt, channelCode, formatTime, PairError, type Response, type Station, type Trace } from '@/core/model';
import { removeResponse, ResponseError } from '@/core/response';

const ADVICE = 'Add StationXML with responses of this station, or set preprocess.remove_response to false.';

/**
 * A recorded trace in ground motion.
 * @throws PairError `no-response`, `bad-response`
 */
export function groundMotion(trace: Trace, station: Station | null, parameters: Parameters): Float64Array {
  const { water_level, pre_filt } = parameters.preprocess;
  try {
    return removeResponse(trace.data, trace.delta, responseOf(trace, station), {
      output: parameters.unit_output,
      waterLevel: water_level,
      preFilt: pre_filt,
      conventions: parameters.conventions,
    });
  } catch (cause) {
    if (!(cause instanceof ResponseError)) throw cause;
    const message = `the response of ${channelCode(trace)} cannot be removed: ${cause.message}`;
    throw new PairError('preprocess', 'bad-response', message, { advice: ADVICE, cause });
  }
}

function responseOf(trace: Trace, station: Station | null): Response {
  const code = channelCode(trace);
  if (station === null) {
    throw new PairError('preprocess', 'no-response', `no station file describes ${code}`, { advice: ADVICE });
  }
  const response = channelAt(station, trace.location, trace.channel, trace.starttime)?.response ?? null;
  if (response !== null) return response;
  const message = `the station file has no response of ${code} at ${formatTime(trace.starttime, 0)}`;
  throw new PairError('preprocess', 'no-response', message, { advice: ADVICE });
}
