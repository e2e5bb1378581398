import { z } from 'zod';
import type { PairTiming, SavedSelection, SavedSelections } from '../types/selections';
import { names, nothing, pairKey, pairLimits, text } from './common';

const range = z.strictObject({ min: z.number().nullable(), max: z.number().nullable() });
const moment = z.string().max(64).nullable();
const selectionName = z.string().trim().min(1).max(120);

/** A saved selection as it crosses the api, and as it lies in the project's file. */
export const savedSelection = z.strictObject({
  name: selectionName,
  savedAt: z.string().max(64),
  events: names,
  stations: names,
  filters: z.strictObject({
    events: text,
    stations: text,
    magnitude: range,
    depthKm: range,
    time: z.strictObject({ min: moment, max: moment }),
    pairs: pairLimits,
  }),
}) satisfies z.ZodType<SavedSelection>;

/** Selections that are kept in the project, and what is asked of one before it is run. */
export const selectionsInputs = {
  savedSelections: nothing,
  /** Refused where the name is taken, unless it is to be replaced. */
  saveSelection: z.strictObject({ selection: savedSelection.omit({ savedAt: true }), replace: z.boolean() }),
  renameSelection: z.strictObject({ name: selectionName, to: selectionName }),
  deleteSelection: z.strictObject({ name: selectionName }),
  /** Computes one pair and writes nothing. */
  timePair: z.strictObject(pairKey),
} as const;

export interface SelectionsOutputs {
  savedSelections: SavedSelections;
  saveSelection: SavedSelections;
  renameSelection: SavedSelections;
  deleteSelection: SavedSelections;
  timePair: PairTiming;
}
