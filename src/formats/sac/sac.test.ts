import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCalendar, type Trace } from '@/core/model';
import { readEvents } from '../events';
import { readSac, readSacHeader, sacReferenceTime } from './sac';
import { sacEvent, sacStation } from './sacMetadata';
import { writeSac } from './sacWrite';
import { readStations } from '../stations';

const trace: Trace = {
  network: 'NZ',
  station: 'BFZ',
  location: '10',
  channel: 'HHZ',
  starttime: fromCalendar(2016, 12, 31, 23, 59, 59, 127_000_000),
  delta: 0.05,
  data: Float64Array.of(1, -2, 3),
};

describe('SAC', () => {
  it('keeps samples, times and ids in both byte orders', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 300 }),
        fc.boolean(),
        fc.bigInt({ min: -(10n ** 15n), max: 4n * 10n ** 15n }),
        fc.constantFrom(0.01, 0.05, 0.03, 1, 0.04),
        (data, littleEndian, microseconds, delta) => {
          const given = { ...trace, data: Float64Array.from(data), starttime: microseconds * 1000n, delta };
          const back = readSac(writeSac(given, { littleEndian }), 'x.sac');
          expect({ ...back, delta: 0, starttime: 0n }).toEqual({ ...given, delta: 0, starttime: 0n });
          expect(Math.abs(back.delta - delta)).toBeLessThan(1e-15);
          // The rest below a millisecond stands in b, a float32.
          expect(Number(back.starttime - given.starttime)).toBeLessThan(100);
        },
      ),
    );
  });

  it('gives header fields by name, null where undefined', () => {
    const header = readSacHeader(writeSac(trace, { fields: { evla: -39.5, kevnm: '2018p130600', b: -20 } }), 'x.sac');
    expect(header).toMatchObject({
      evla: -39.5,
      evlo: null,
      kevnm: '2018p130600',
      khole: '10',
      npts: 3,
      b: -20,
      nvhdr: 6,
    });
    expect(sacReferenceTime(header, 'x.sac')).toBe(trace.starttime);
  });

  it('tells of event and station as PySEP writes them', () => {
    const fields = {
      evla: -37.5,
      evlo: 178,
      evdp: 20.5,
      mag: 5,
      kevnm: '2015032202274600',
      stla: -38,
      stlo: 175,
      b: -42.5,
    };
    const header = readSacHeader(writeSac(trace, { fields }), 'x.sac');
    expect(sacEvent(header, 'x.sac')).toMatchObject({
      id: '2015032202274600',
      time: trace.starttime,
      latitude: -37.5,
      depthKm: 20.5,
      magnitude: 5,
    });
    expect(sacEvent({ ...header, o: 1.5, evdp: 20_500 }, 'x.sac')).toMatchObject({
      time: trace.starttime + 1_500_000_000n,
      depthKm: 20.5,
    });
    expect(sacStation(header)).toMatchObject({
      network: 'NZ',
      code: 'BFZ',
      latitude: -38,
      channels: [{ code: 'HHZ' }],
    });
    expect(readEvents(writeSac(trace, { fields }), 'x.sac')).toEqual([sacEvent(header, 'x.sac')]);
    expect(readStations(writeSac(trace, { fields }), 'x.sac')).toEqual([sacStation(header)]);
    expect([readEvents(writeSac(trace), 'x.sac'), readStations(writeSac(trace), 'x.sac')]).toEqual([[], []]);
    expect(sacEvent({ ...header, evla: null }, 'x.sac')).toBeNull();
    expect(sacStation({ ...header, kstnm: '' })).toBeNull();
  });

  it('prefers the doubles of header version 7', () => {
    const sac = writeSac(trace);
    const bytes = new Uint8Array(sac.length + 176);
    bytes.set(sac);
    const view = new DataView(bytes.buffer);
    view.setInt32(4 * 76, 7, true);
    for (let i = 0; i < 22; i++) view.setFloat64(sac.length + 8 * i, -12345, true);
    view.setFloat64(sac.length, 1 / 3, true);
    view.setFloat64(sac.length + 8, 0.123456789, true);
    const back = readSac(bytes, 'x.sac', 'corrected');
    expect(back.delta).toBe(1 / 3);
    expect(back.starttime).toBe(trace.starttime + 123_456_789n);
    expect(() => readSac(bytes.subarray(0, sac.length), 'x.sac')).toThrow('expected the footer of 176 bytes');
  });

  it('rounds the sampling interval to microseconds like the reference stack, and not when corrected', () => {
    const bytes = writeSac({ ...trace, delta: 1 / 128 });
    expect(readSac(bytes, 'x.sac').delta).toBeCloseTo(0.007813, 12);
    expect(readSac(bytes, 'x.sac', 'corrected').delta).toBe(1 / 128);
    expect(readSac(writeSac({ ...trace, delta: 0.03 }), 'x.sac', 'corrected').delta).toBe(0.03);
  });

  it('names what is wrong', () => {
    const wrong = (place: number, value: number) => {
      const bytes = writeSac(trace);
      new DataView(bytes.buffer).setInt32(place, value, true);
      return () => readSac(bytes, 'x.sac');
    };
    expect(wrong(316, 10 ** 9)).toThrow('x.sac, byte 316: the header announces 1000000000 samples, the file holds 3');
    expect(wrong(420, 0)).toThrow('expected an evenly sampled time series');
    expect(wrong(284, 400)).toThrow('byte 280: the reference time');
    expect(wrong(304, 9)).toThrow('byte 304: expected a SAC header');
  });
});
