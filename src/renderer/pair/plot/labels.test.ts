import { describe, expect, it } from 'vitest';
import { placeLabels, type WantedLabel } from './labels';

/** Ten pixels a letter. */
const widthOf = (text: string) => 10 * text.length;
const sight = { left: 0, right: 1000 };
const label = (left: number, right: number, first = false): WantedLabel => ({
  left,
  right,
  first,
  words: ['abcdefghij', 'abcde', 'ab'],
});
const place = (...labels: WantedLabel[]) => placeLabels(labels, sight, widthOf).map(({ x, text }) => [x, text]);

describe('labels of windows', () => {
  it('stand where their window begins, and say as much as there is room for', () => {
    expect(place(label(100, 300), label(300, 400), label(401, 450), label(430, 440))).toEqual([
      [101, 'abcdefghij'],
      [301, 'abcde'],
      [431, 'abcdefghij'],
    ]);
  });

  it('begin before a narrow window where nothing else stands', () => {
    expect(place(label(500, 520), label(520, 900))).toEqual([
      [407, 'abcdefghij'],
      [521, 'abcdefghij'],
    ]);
  });

  it('of windows that are hardly in sight stay in sight, and of others there are none', () => {
    expect(place(label(-500, 20), label(-90, -10), label(990, 1300))).toEqual([
      [0, 'abcdefghij'],
      [900, 'abcdefghij'],
    ]);
  });

  it('give way to the one of the window that is worked on', () => {
    expect(place(label(100, 130), label(130, 160, true), label(160, 190))).toEqual([
      [131, 'abcdefghij'],
      [17, 'abcdefghij'],
      [245, 'abcdefghij'],
    ]);
  });
});
