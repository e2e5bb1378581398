import { describe, expect, it } from 'vitest';
import { loadAtlas, piecesIn } from './atlas';

const view = { west: 165, east: 185, south: -48, north: -33 };

describe('the atlas', () => {
  it('gives the few pieces of a region', async () => {
    const { land, borders } = await loadAtlas('fine');
    const near = piecesIn(land, view);
    expect(near.length).toBeGreaterThan(2);
    expect(near.length).toBeLessThan(land.length / 20);
    expect(piecesIn(borders, view)).toEqual([]);
    expect(piecesIn(land, null)).toHaveLength(land.length);
  });

  it('finds what lies beyond the meridian of 180 degrees, counted either way', async () => {
    const { land } = await loadAtlas('coarse');
    const shifted = { ...view, west: view.west - 360, east: view.east - 360 };
    expect(piecesIn(land, shifted)).toEqual(piecesIn(land, view));
    expect(piecesIn(land, { ...view, west: 180, east: 182, south: 60, north: 75 }).length).toBeGreaterThan(0);
  });
});
