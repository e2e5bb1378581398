import { describe, expect, it } from 'vitest';
import { defaultMaxStations, residentMb, suggestedWorkers, workerMemoryLimit } from './resources';

describe('concurrency', () => {
  it('leaves one core free', () => {
    expect(suggestedWorkers({ cores: 8, availableMb: 100_000 })).toBe(7);
    expect(suggestedWorkers({ cores: 1, availableMb: 100_000 })).toBe(1);
  });

  it('does not exceed what memory allows, but is never none', () => {
    expect(suggestedWorkers({ cores: 64, availableMb: 2000 })).toBe(5);
    expect(suggestedWorkers({ cores: 64, availableMb: 100 })).toBe(1);
  });

  it('is four stations in parallel where nothing is said, or what the machine allows', () => {
    expect(defaultMaxStations(1, 15)).toBe(4);
    expect(defaultMaxStations(1, 3)).toBe(3);
    expect(defaultMaxStations(2, 3)).toBe(1);
    expect(defaultMaxStations(8, 3)).toBe(1);
  });

  it('bounds what a worker may take', () => {
    expect(workerMemoryLimit(2, { cores: 4, availableMb: 6000 })).toBe(3000);
    expect(workerMemoryLimit(20, { cores: 4, availableMb: 6000 })).toBe(1000);
    expect(workerMemoryLimit(1, { cores: 4, availableMb: 60_000 })).toBe(8000);
  });
});

it.skipIf(process.platform !== 'linux')('tells the memory of a process, and nothing of one that is not there', () => {
  expect(residentMb(process.pid)).toBeGreaterThan(10);
  expect(residentMb(2 ** 30)).toBeNull();
});
