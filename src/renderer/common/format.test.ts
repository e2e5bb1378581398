import { describe, expect, it } from 'vitest';
import { ago, coordinates, duration, fixed, fromHome, misfit, percent, short, signed } from './format';

describe('numbers', () => {
  it('are written with a true minus, and never as minus zero', () => {
    expect(fixed(-1.25, 1)).toBe('−1.3');
    expect(fixed(-0.001, 2)).toBe('0.00');
    expect(fixed(null, 2)).toBe('–');
    expect(signed(0.5, 1)).toBe('+0.5');
    expect(signed(0.001, 1)).toBe('0.0');
  });

  it('keep tiny and huge misfits legible', () => {
    expect(misfit(1.98904)).toBe('1.9890');
    expect(misfit(3.2e-7)).toBe('3.200e−7');
    expect(misfit(0)).toBe('0.0000');
    expect(misfit(null)).toBe('–');
  });
});

it('keeps to three digits where room is scarce', () => {
  expect([1.98904, 12.345, 1234.5, 0.05, 3.2e-7, -4.5].map(short)).toEqual([
    '1.99',
    '12.3',
    '1235',
    '0.05',
    '3.2e−7',
    '−4.5',
  ]);
});

it('tells differences in percent', () => {
  expect([0.123, -0.034, 0, 2.5].map(percent)).toEqual(['+12 %', '−3.4 %', '0.0 %', '+250 %']);
});

describe('times', () => {
  it('take the unit that reads well', () => {
    expect(duration(4.24)).toBe('4.2 s');
    expect(duration(59.6)).toBe('1 min 00 s');
    expect(duration(185)).toBe('3 min 05 s');
    expect(duration(7620)).toBe('2 h 07 min');
    expect(duration(null)).toBe('–');
  });

  it('are counted back in words', () => {
    const day = 86_400_000;
    expect(ago(0, 30_000)).toBe('just now');
    expect(ago(0, 3_700_000)).toBe('an hour ago');
    expect(ago(0, 1.5 * day)).toBe('yesterday');
    expect(ago(0, 40 * day)).toBe('1970-01-01');
  });
});

it('names the hemispheres', () => {
  expect(coordinates(-38.072, -178.311)).toBe('38.07° S, 178.31° W');
  expect(coordinates(null, 1)).toBe('–');
});

it('writes paths from the home folder on', () => {
  expect(fromHome('/home/anna/nz', '/home/anna')).toBe('~/nz');
  expect(fromHome('/home/anna', '/home/anna')).toBe('~');
  expect(fromHome('/home/annabel/nz', '/home/anna')).toBe('/home/annabel/nz');
  expect(fromHome('C:\\Users\\anna\\nz', 'C:\\Users\\anna')).toBe('~\\nz');
  expect(fromHome('/data', undefined)).toBe('/data');
});
