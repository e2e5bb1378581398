import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RejectedBounds } from '@/core/model';
import { selectWindows } from '@/core/windowing';
import { checksum, windowInput, type WindowingCase } from '../support/windowingCase';

const file = process.env['ATOA_WINDOWING_CASES'] ?? resolve(import.meta.dirname, 'data/windowing.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as WindowingCase[];

describe(`window selection agrees with the reference stack in ${cases.length} made-up cases`, () => {
  it.each(cases.map((c) => [c.seed, c] as const))('case %i', (_, c) => {
    const { windows, rejected, peaks, troughs } = selectWindows(windowInput(c));
    const { expected } = c;
    expect({ peaks: peaks.length, troughs: troughs.length }).toEqual({
      peaks: expected.peaks,
      troughs: expected.troughs,
    });
    const lists = Object.entries(rejected).map(([name, rows]: [string, RejectedBounds[]]) => [
      name,
      [rows.length, checksum(rows)],
    ]);
    expect(Object.fromEntries(lists)).toEqual(expected.rejected);
    expect(windows.map((w) => [w.left, w.right, w.center])).toEqual(expected.windows.map((w) => w.bounds));
    windows.forEach((window, i) => {
      const wanted = expected.windows[i];
      expect(window.shiftSamples).toBe(wanted.shift);
      expect(window.phases.length).toBe(wanted.phases);
      expect(window.cc).toBeCloseTo(wanted.cc, 9);
      expect(window.dlnA).toBeCloseTo(wanted.dlnA, 9);
      expect(window.weight).toBeCloseTo(wanted.weight, 8);
    });
  });
});
