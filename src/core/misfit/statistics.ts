import type { WindowMeasurement } from '@/core/model';

/** Statistics of a window whose misfit function compares waveforms: it has no shift, no ratio and no errors. */
export function waveformStatistics(type: string, misfit: number): Omit<WindowMeasurement, 'left' | 'right'> {
  return {
    type,
    measureType: null,
    misfit,
    tshift: null,
    dlna: null,
    sigmaDt: null,
    sigmaDlna: null,
    misfitDt: null,
    misfitDlna: null,
  };
}
