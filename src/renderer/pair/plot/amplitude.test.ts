import { expect, it } from 'vitest';
import { amplitude, axisTexts } from './amplitude';

it('amplitudes are short, and alike along an axis', () => {
  expect([0, 150.04, -0.5, -1.2543e-4, 12_500].map(amplitude)).toEqual(['0', '150', '−0.5', '−1.25e−4', '1.25e4']);
  expect(axisTexts([-0.01, -0.005, 0, 0.005, 0.01])).toEqual(['−0.01', '−0.005', '0', '0.005', '0.01']);
  expect(axisTexts([0, 5000, 10_000])).toEqual(['0', '5e3', '1e4']);
});
