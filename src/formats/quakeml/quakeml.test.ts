import { describe, expect, it } from 'vitest';
import { formatTime, parseTime, scalarMoment, type SeismicEvent } from '@/core/model';
import { readEvents } from '../events';
import { eventIdOf } from './quakeml';
import { writeQuakeml } from './quakemlWrite';

const bytes = (text: string) => new TextEncoder().encode(text);

const TWO_ORIGINS = `<?xml version="1.0" encoding="UTF-8"?>
<q:quakeml xmlns:q="http://quakeml.org/xmlns/quakeml/1.2" xmlns="http://quakeml.org/xmlns/bed/1.2">
  <eventParameters publicID="smi:local/x">
    <event publicID="smi:nz.org.geonet/2018p130600">
      <preferredOriginID>smi:o/2</preferredOriginID>
      <preferredMagnitudeID>smi:m/2</preferredMagnitudeID>
      <description><text>Hawke's Bay</text><type>region name</type></description>
      <origin publicID="smi:o/1"><time><value>2018-02-18T07:43:40Z</value></time>
        <latitude><value>-39</value></latitude><longitude><value>176</value></longitude></origin>
      <origin publicID="smi:o/2"><time><value>2018-02-18T07:43:48.127644Z</value></time>
        <latitude><value>-39.94897461</value></latitude><longitude><value>176.2995148</value></longitude>
        <depth><value>20594.59877</value></depth><arrival publicID="smi:a/1"><phase>P</phase></arrival></origin>
      <magnitude publicID="smi:m/1"><mag><value>4</value></mag></magnitude>
      <magnitude publicID="smi:m/2"><mag><value>5.1567</value></mag></magnitude>
      <focalMechanism publicID="smi:f/1"><nodalPlanes><nodalPlane1><strike><value>224</value></strike>
        <dip><value>55</value></dip><rake><value>-93</value></rake></nodalPlane1></nodalPlanes></focalMechanism>
    </event>
  </eventParameters>
</q:quakeml>`;

const EVENT: SeismicEvent = {
  id: '2018p130600',
  time: parseTime('2018-02-18T07:43:48.127644Z'),
  latitude: -39.94897461,
  longitude: 176.2995148,
  depthKm: 20.59459877,
  magnitude: 4.86,
  momentTensor: { mrr: -2.47938e16, mtt: 1.31488e16, mpp: 1.1645e16, mrt: 5.0325e15, mrp: 6.6077e15, mtp: 9.3593e15 },
  halfDuration: 0.7,
  region: 'Hawke\'s Bay & <nearby> "coast"',
};

describe('QuakeML', () => {
  it('takes the preferred origin and magnitude, and the region', () => {
    const [event] = readEvents(bytes(TWO_ORIGINS), 'a.xml');
    expect(event).toMatchObject({
      id: '2018p130600',
      latitude: -39.94897461,
      magnitude: 5.1567,
      region: "Hawke's Bay",
    });
    expect(event!.depthKm).toBeCloseTo(20.59459877, 12);
    expect(formatTime(event!.time)).toBe('2018-02-18T07:43:48.127644Z');
  });

  it('makes a double couple of a nodal plane where there is no tensor', () => {
    const tensor = readEvents(bytes(TWO_ORIGINS), 'a.xml')[0]!.momentTensor!;
    expect(scalarMoment(tensor)).toBeCloseTo(10 ** (1.5 * 5.1567 + 9.1), -6);
    expect(tensor.mrr).toBeLessThan(0);
    expect(tensor.mrr + tensor.mtt + tensor.mpp).toBeCloseTo(0, -3);
  });

  it('reads back what it writes', () => {
    expect(readEvents(bytes(writeQuakeml(EVENT)), 'a.xml')).toEqual([EVENT]);
  });

  it('writes an event of which only place and time are known', () => {
    const bare = { ...EVENT, magnitude: null, momentTensor: null, halfDuration: null, region: null };
    expect(readEvents(bytes(writeQuakeml(bare)), 'a.xml')).toEqual([bare]);
  });

  it.each([
    ['<value>-39.94897461</value>', '<value>south</value>', /line 11: <value> is "south", expected a number/],
    ['2018-02-18T07:43:48.127644Z', 'yesterday', /line 10: in <value>: not a time/],
    [/<origin[^]*<\/origin>/, '', /line 4: the event has no <origin>/],
    [/<event [^]*<\/event>/, '', /no <event>/],
  ])('names the line of an error (%s)', (from, to, message) => {
    expect(() => readEvents(bytes(TWO_ORIGINS.replace(from, to)), 'a.xml')).toThrow(message);
  });

  it.each([
    ['smi:nz.org.geonet/2018p130600', '2018p130600'],
    ['smi:service.iris.edu/fdsnws/event/1/query?eventid=5197722', '5197722'],
    ['quakeml:earthquake.usgs.gov/fdsnws/event/1/query?eventid=us70008jr5&format=quakeml', 'us70008jr5'],
    ['smi:local/ndk/C202005010101A/event', 'C202005010101A'],
    ['smi:local/cmtsolution/2018p130600/event', '2018p130600'],
    ['smi:local:abc', 'abc'],
    ['', ''],
  ])('shortens %s', (publicId, id) => {
    expect(eventIdOf(publicId)).toBe(id);
  });
});
