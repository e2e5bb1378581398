import type { ResponseStage } from '@/core/model';

type Stage<K extends ResponseStage['kind']> = Extract<ResponseStage, { kind: K }>;

/** SEED's names, which StationXML has kept: `PzTransferFunctionType` of poles and zeros. */
export const POLES_ZEROS: Record<Stage<'polesZeros'>['transferFunction'], string> = {
  laplaceRadians: 'LAPLACE (RADIANS/SECOND)',
  laplaceHertz: 'LAPLACE (HERTZ)',
  digital: 'DIGITAL (Z-TRANSFORM)',
};
/** `CfTransferFunctionType` of coefficients. */
export const COEFFICIENTS: Record<Stage<'coefficients'>['transferFunction'], string> = {
  analogRadians: 'ANALOG (RADIANS/SECOND)',
  analogHertz: 'ANALOG (HERTZ)',
  digital: 'DIGITAL',
};
/** `Symmetry` of the coefficients of a FIR filter. */
export const SYMMETRY: Record<Stage<'fir'>['symmetry'], string> = { none: 'NONE', even: 'EVEN', odd: 'ODD' };
