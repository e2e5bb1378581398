import type { z } from 'zod';
import { evaluationsInputs, type EvaluationsOutputs } from './methods/evaluations';
import { desktopInputs, type DesktopOutputs } from './methods/desktop';
import { exportInputs, type ExportOutputs } from './methods/export';
import { handInputs, type HandOutputs } from './methods/hand';
import { pairInputs, type PairOutputs } from './methods/pair';
import { parametersInputs, type ParametersOutputs } from './methods/parameters';
import { projectInputs, type ProjectOutputs } from './methods/project';
import { runInputs, type RunOutputs } from './methods/run';
import { selectionsInputs, type SelectionsOutputs } from './methods/selections';
import { wizardInputs, type WizardOutputs } from './methods/wizard';

/** The input of every method, checked on the engine's side before it is believed. */
export const inputs = {
  ...projectInputs,
  ...runInputs,
  ...pairInputs,
  ...handInputs,
  ...evaluationsInputs,
  ...parametersInputs,
  ...exportInputs,
  ...desktopInputs,
  ...selectionsInputs,
  ...wizardInputs,
} as const;

export interface Outputs
  extends
    ProjectOutputs,
    RunOutputs,
    PairOutputs,
    ParametersOutputs,
    ExportOutputs,
    HandOutputs,
    EvaluationsOutputs,
    DesktopOutputs,
    SelectionsOutputs,
    WizardOutputs {}

export type Method = keyof typeof inputs;
export type Input<M extends Method> = z.input<(typeof inputs)[M]>;

/** The engine as a face sees it. */
export type Api = { [M in Method]: (input: Input<M>) => Promise<Outputs[M]> };

export function isMethod(name: string): name is Method {
  return Object.hasOwn(inputs, name);
}

/** An error as it crosses the boundary: a sentence for the user, and a code for the page. */
export interface ApiFailure {
  code: string;
  message: string;
  advice: string | null;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: ApiFailure };
