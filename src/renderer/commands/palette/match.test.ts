import { describe, expect, it } from 'vitest';
import { bestOf, matchAny, matchScore } from './match';

describe('matchScore', () => {
  it('wants every word of the query, in any order', () => {
    expect(matchScore('run start', 'Start the Run')).not.toBeNull();
    expect(matchScore('run stop', 'Start the Run')).toBeNull();
  });

  it('ranks starts of words before the middle, and that before scattered letters', () => {
    const texts = ['Prelude', 'Go to Select', 'Sea elephant', 'Select All'];
    expect(bestOf('sel', texts, (text) => text, 9)).toEqual(['Select All', 'Go to Select', 'Sea elephant']);
    expect(matchScore('lud', 'Prelude')!).toBeGreaterThan(matchScore('pld', 'Prelude')!);
  });

  it('takes a single letter only at the start of a word', () => {
    expect(matchScore('z', 'Reset zoom')).not.toBeNull();
    expect(matchScore('q', 'Reset zoom')).toBeNull();
  });

  it('takes scattered letters only from the start of a word on, and near each other', () => {
    expect(matchScore('run', 'Ground motion – unit_output')).toBeNull();
    expect(matchScore('run', 'Largest distance – double_difference.max_distance')).toBeNull();
    expect(matchScore('wlv', 'STA/LTA water level')).not.toBeNull();
  });

  it('finds by other words, before scattered letters and after the words of the text', () => {
    const others = { 'Preferences…': 'settings options', 'Drag Moves the Map': '', 'Options of the Run': '' };
    const found = bestOf(
      'opt',
      Object.keys(others),
      (text) => text,
      9,
      (text) => others[text as keyof typeof others],
    );
    expect(found).toEqual(['Options of the Run', 'Preferences…']);
    expect(matchAny('settings', 'Preferences…', 'settings options')!).toBeGreaterThan(
      matchScore('mesh', 'Moves the Map')!,
    );
    expect(matchAny('ettings', 'Preferences…', 'settings options')).toBeNull();
  });

  it('prefers the shorter of equals, and keeps to the number asked for', () => {
    expect(bestOf('nz', ['NZ.BFZ.10', 'NZ.BFZ'], (text) => text, 1)).toEqual(['NZ.BFZ']);
  });
});
