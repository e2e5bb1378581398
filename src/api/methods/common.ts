import { z } from 'zod';
import type { PairLimits } from '@/core/model';

/** Shapes that several methods take. */
export const text = z.string().max(4096);
export const names = z.array(z.string().max(256)).max(1_000_000);
export const parametersText = z.string().max(1_000_000);
export const nothing = z.strictObject({});

/** An event id and a station code NN.SSS. */
export const pairKey = { event: z.string().max(256), station: z.string().max(256) };
const distanceKm = z.number().min(0).max(20_100).nullable();
const azimuthDeg = z.number().min(0).max(360).nullable();
/** Distance and azimuth from event to station. */
export const pairLimits = z.strictObject({
  minDistanceKm: distanceKm,
  maxDistanceKm: distanceKm,
  minAzimuthDeg: azimuthDeg,
  maxAzimuthDeg: azimuthDeg,
}) satisfies z.ZodType<PairLimits>;

/** Place of a period band, from 0; the first where left out, or where there is no such band. */
export const band = z.number().int().min(0).max(999).optional();

/** Pixel columns to decimate to. */
export const columns = z.number().int().min(50).max(8000);
