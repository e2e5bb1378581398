import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { examplePair, type ExamplePair } from '../../test/support/examplePair';
import { fontOptions } from './fonts';
import { drawPair } from './pair';
import { toPng } from './png';
import { renderFigure } from './render';
import { toSvg } from './svg';

interface Drawing {
  /** Elements by class. */
  classes: Record<string, Record<string, string>[]>;
  texts: string[];
  svg: string;
  height: number;
}

/** Draws a pair and reads the document back: it must be well-formed XML without anything that is not a number. */
function draw(pair: ExamplePair): Drawing {
  const drawn = drawPair(pair);
  const { height } = drawn;
  const svg = toSvg(drawn);
  const drawing: Drawing = { classes: {}, texts: [], svg, height };
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'text') text = '';
    if (attributes['class']) (drawing.classes[attributes['class']] ??= []).push(attributes);
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (name === 'text') drawing.texts.push(text.replaceAll('\u00a0', ' '));
  });
  parser.write(svg).close();
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
  return drawing;
}

describe('drawPair', () => {
  it('has a row per component, its windows with their numbers, a map and the facts', () => {
    const { classes, texts } = draw(examplePair());
    expect(classes['component']).toHaveLength(3);
    expect(classes['window']).toHaveLength(3);
    for (const name of ['map', 'ray', 'station', 'event']) expect(classes[name]).toHaveLength(1);
    expect(texts.filter((text) => text === 'cc 0.96  dt 2.00 s  dlnA \u22120.20')).toHaveLength(3);
    expect(texts.filter((text) => ['STA/LTA', 'adjoint source'].includes(text))).toHaveLength(6);
    const facts = [
      '2018p130600',
      '2018-02-18 07:43:48.127 UTC',
      '20.6 km',
      '81.3 km (0.73\u00b0)',
      '8\u201320 s',
      '4.5000',
    ];
    for (const fact of facts) expect(texts).toContain(fact);
  });

  it('puts a window where its times are', () => {
    const { classes } = draw(examplePair());
    const [window] = classes['window']!;
    // 200 samples of 0.5 s from -20 s fill the axis of 874 from 84; the window is from 10 to 40 s.
    expect(Number(window!['x'])).toBeCloseTo(84 + (874 * 30) / 100, 1);
    expect(Number(window!['width'])).toBeCloseTo((874 * 30) / 100, 1);
  });

  it('has a panel for each period band, with its traces and windows and no others', () => {
    const pair = examplePair();
    const bands: [number, number][] = [
      [10, 30],
      [20, 60],
    ];
    pair.parameters.preprocess.period_bands = bands;
    const [first] = pair.result.components;
    const alone = (count: number) => [{ ...first!, windows: Array.from({ length: count }, () => first!.windows[0]!) }];
    pair.result.bands = bands.map(([minPeriod, maxPeriod], i) => ({
      band: { minPeriod, maxPeriod },
      components: alone(2 * i),
    }));
    pair.result.components = [
      { ...first!, windows: pair.result.bands.flatMap(({ components }) => components[0]!.windows) },
    ];
    const { classes, texts } = draw(pair);
    expect([classes['band'], classes['component'], classes['window']].map((all) => all!.length)).toEqual([2, 2, 2]);
    expect(
      texts.filter((text) => text.endsWith('window') || text.endsWith('windows')).map((text) => text.slice(-9)),
    ).toEqual(['0 windows', '2 windows']);
    expect(texts).toEqual(expect.arrayContaining(['10\u201330 s', '20\u201360 s', '10\u201330 s, 20\u201360 s']));
    expect(texts).toContain('2018p130600  \u00b7  NZ.BFZ  \u00b7  10\u201330 s, 20\u201360 s');
    expect(texts).toContain('preprocessed twice, as Pyatoa does');
    pair.result.bands.pop();
    pair.result.error = { stage: 'window', code: 'x', message: 'no', advice: null, cause: null };
    expect(draw(pair).classes['band']).toHaveLength(2);
  });

  it('draws a part of the time, and of the windows what lies in it', () => {
    const { classes, texts } = draw({ ...examplePair(), span: [0, 30] } as ExamplePair);
    const [window] = classes['window']!;
    // The axis of 874 from 84 holds 30 s; the window begins at 10 s and goes beyond.
    expect(Number(window!['x'])).toBeCloseTo(84 + 874 / 3, 1);
    expect(Number(window!['width'])).toBeCloseTo((874 * 2) / 3, 1);
    expect(texts).toContain('28');
    expect(texts).not.toContain('40');
    const outside = draw({ ...examplePair(), span: [41, 60] } as ExamplePair);
    expect(outside.classes['window']).toBeUndefined();
    expect(outside.texts.filter((text) => text.startsWith('cc '))).toEqual([]);
  });

  it('numbers the windows that stand too close for their labels', () => {
    const pair = examplePair();
    const [window] = pair.result.components[0]!.windows;
    pair.result.components[0]!.windows = [0, 1, 2].map((i) => ({ ...window!, left: 60 + 20 * i, right: 75 + 20 * i }));
    const { texts } = draw(pair);
    expect(texts).toContain('3   cc 0.96  dt 2.00 s  dlnA \u22120.20');
    expect(texts).toContain('3');
  });

  it('does without metadata, windows, STA/LTA and adjoint sources', () => {
    const pair = examplePair();
    pair.event = pair.station = pair.result.geometry = null;
    pair.result.components = pair.result.components.slice(0, 1);
    Object.assign(pair.result.components[0]!, { windows: [], stalta: null, adjoint: null });
    const { classes, texts } = draw(pair);
    expect(Object.keys(classes)).toEqual(['component']);
    expect(texts).toContain('0 windows');
    expect(texts).not.toContain('STA/LTA');
  });

  it('says why a pair failed', () => {
    const pair = examplePair();
    pair.result.components = [];
    pair.result.misfit = null;
    const message = 'No observed waveforms <in> "observed" & elsewhere.';
    pair.result.error = { stage: 'gather', code: 'no-observed', message, advice: 'Look there.', cause: null };
    const { texts } = draw(pair);
    expect(texts).toContain(message);
    expect(texts).toContain('Look there.');
  });

  it('says why a pair failed whose traces are there, and that they are not preprocessed', () => {
    const pair = examplePair();
    for (const each of pair.result.components) Object.assign(each, { windows: [], adjoint: null, unprocessed: true });
    const message = 'the station file has no response of XD.S001.00.BHE';
    pair.result.error = { stage: 'preprocess', code: 'no-response', message, advice: null, cause: null };
    const { texts } = draw(pair);
    expect(texts).toContain(`Failed in preprocess: ${message}`);
    expect(texts.filter((text) => text.endsWith('not preprocessed'))).toHaveLength(3);
    pair.result.error.message = message.repeat(9);
    expect(draw(pair).texts.find((text) => text.startsWith('Failed in'))).toMatch(/^.{100,170}\u2026$/);
    pair.result.error = null;
    expect(draw(pair).texts.some((text) => text.startsWith('Failed in'))).toBe(false);
  });

  it('draws traces of zeros and of none', () => {
    const pair = examplePair();
    pair.result.components[0]!.synthetic.data.fill(0);
    pair.result.components[0]!.observed.data.fill(0);
    for (const trace of [pair.result.components[1]!.observed, pair.result.components[1]!.synthetic]) {
      trace.data = new Float64Array(0);
    }
    expect(draw(pair).classes['component']).toHaveLength(3);
  });

  it.each([
    ['across the date line', -17, -179, 24],
    ['beyond the horizon', 47, 8, 166],
    ['near the pole', -77.8, 166.7, 38],
    ['at the same place', -39.94897461, 176.2995148, 0],
  ])('maps a station %s', (_where, latitude, longitude, distanceDeg) => {
    const pair = examplePair();
    Object.assign(pair.station!, { latitude, longitude });
    pair.result.geometry!.distanceDeg = distanceDeg;
    const { classes, svg } = draw(pair);
    expect(classes['station']).toHaveLength(1);
    expect(svg.length).toBeLessThan(400_000);
  });
});

describe('toPng', () => {
  it('is a PNG of the asked width, and not empty', () => {
    const drawing = drawPair(examplePair());
    const { width, height } = drawing;
    const png = Buffer.from(toPng(drawing, 700));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([700, Math.round((height * 700) / width)]);
    expect(png.length).toBeGreaterThan(20_000);
  });

  it.each([1400, 701, 342, 99])('holds what the renderer makes of the SVG and its letters, %d wide', (width) => {
    const drawing = drawPair(examplePair());
    const font = fontOptions();
    const { pixels, height } = new Resvg(toSvg(drawing), { fitTo: { mode: 'width', value: width }, font }).render();
    const png = Buffer.from(toPng(drawing, width));
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(rows.length).toBe(height * (1 + 3 * width));
    let others = 0;
    let most = 0;
    for (let i = 0; i < width * height; i++) {
      const at = 3 * i + 1 + Math.floor(i / width);
      const difference = Math.max(...[0, 1, 2].map((c) => Math.abs(rows[at + c]! - pixels[4 * i + c]!)));
      if (difference > 0) others++;
      most = Math.max(most, difference);
    }
    // Where a letter's outline is rounded otherwise, a pixel on its edge may be another shade: the renderer takes four lines
    // of a pixel, and one of them may be on the other side.
    expect(others).toBeLessThan(5e-4 * width * height);
    expect(most).toBeLessThanOrEqual(64);
  });

  it('tells its size on paper where that is asked for', async () => {
    const png = Buffer.from(await renderFigure(drawPair(examplePair()), 'png', { widthCm: 10, dpi: 100 }));
    expect(png.readUInt32BE(16)).toBe(394);
    const at = png.indexOf('pHYs');
    expect([png.readUInt32BE(at + 4), png.readUInt32BE(at + 8), png[at + 12]]).toEqual([3937, 3937, 1]);
  });
});
