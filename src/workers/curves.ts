import { travelTimeCurves, TravelTimeError } from '@/core/traveltime';
import type { CurvesRequest, StoredReply } from '@/executive';

/** First arrivals by distance; none where travel times are not defined for the source's depth. */
export function curvesOf({ model, depthKm, distancesDeg }: CurvesRequest): StoredReply {
  try {
    return { kind: 'curves', curves: travelTimeCurves(model, Math.max(0, depthKm), distancesDeg) };
  } catch (error) {
    if (!(error instanceof TravelTimeError)) throw error;
    return { kind: 'curves', curves: [] };
  }
}
