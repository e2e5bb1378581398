/** Periods that traces are filtered to, s. */
export interface PeriodBand {
  minPeriod: number;
  maxPeriod: number;
}

/** A band as it is named everywhere: 10–30 s. */
export function bandName({ minPeriod, maxPeriod }: PeriodBand): string {
  return `${minPeriod}\u2013${maxPeriod} s`;
}

/** Several bands in one breath: 10–30 s, 20–60 s. */
export function bandNames(bands: readonly PeriodBand[]): string {
  return bands.map(bandName).join(', ');
}

export function isSameBand(a: PeriodBand, b: PeriodBand): boolean {
  return a.minPeriod === b.minPeriod && a.maxPeriod === b.maxPeriod;
}
