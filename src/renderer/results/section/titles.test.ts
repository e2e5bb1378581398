import { describe, expect, it } from 'vitest';
import { titlesOf } from './titles';

describe('the titles of a record section', () => {
  it('say what times count from', () => {
    expect(titlesOf({ spacing: 'distance', velocity: null }, true).time).toBe('Seconds after origin');
    expect(titlesOf({ spacing: 'distance', velocity: null }, false).time).toMatch(/^Seconds after the first sample$/);
  });

  it('say by which velocity times are reduced, and still from what', () => {
    const [origin, start] = [true, false].map((hasOrigin) =>
      titlesOf({ spacing: 'distance', velocity: 6.5 }, hasOrigin),
    );
    expect(origin!.time).toMatch(/6\.5 km\/s/);
    expect(origin!.time).toMatch(/origin/);
    expect(start!.time).toMatch(/first sample.*6\.5 km/);
  });

  it('say what heights are', () => {
    const height = (spacing: 'distance' | 'azimuth' | 'even') => titlesOf({ spacing, velocity: null }, true).height;
    expect([height('distance'), height('azimuth')]).toEqual(['Distance, km', 'Azimuth, °']);
    expect(height('even')).not.toMatch(/km|°/);
  });
});
