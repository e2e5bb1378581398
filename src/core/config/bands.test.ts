import { describe, expect, it } from 'vitest';
import { bandCaution, periodBands } from './bands';
import { defaultParameters, type Parameters } from './schema';

function of(period_bands: [number, number][] | null, change: Partial<Parameters> = {}): Parameters {
  const parameters = { ...defaultParameters(), min_period: 5, max_period: 80, ...change };
  return { ...parameters, preprocess: { ...parameters.preprocess, period_bands } };
}

describe('period bands', () => {
  it('are those that are listed, else the one of min_period and max_period', () => {
    expect(periodBands(of(null))).toEqual([{ minPeriod: 5, maxPeriod: 80 }]);
    expect(
      periodBands(
        of([
          [10, 30],
          [20, 60],
        ]),
      ),
    ).toEqual([
      { minPeriod: 10, maxPeriod: 30 },
      { minPeriod: 20, maxPeriod: 60 },
    ]);
  });

  it('come with a caution where they are measured as Pyatoa does', () => {
    const { message } = bandCaution(of([[10, 30]]))!;
    expect(message).toMatch(/first period band, 10–30 s.*preprocessed twice.*with the periods 5–80 s/);
    expect(bandCaution(of([[10, 30]], { conventions: 'corrected' }))).toBeNull();
    expect(bandCaution(of(null))).toBeNull();
  });
});
