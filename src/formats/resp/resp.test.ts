import { describe, expect, it } from 'vitest';
import { formatTime } from '@/core/model';
import { readStations } from '../stations';

const read = (text: string, file = 'RESP.NZ.CRLZ.10.HHZ') => readStations(new TextEncoder().encode(text), file);

const RESP = `#
B050F03     Station:     CRLZ
B050F16     Network:     NZ
B052F03     Location:    ??
B052F04     Channel:     HHZ
B052F22     Start date:  2003,071,12:30:00.5000
B052F23     End date:    No Ending Time
#
B053F03     Transfer function type:                B [Analog (Hz)]
B053F04     Stage sequence number:                 1
B053F05     Response in units lookup:              M/S - Velocity in Meters Per Second
B053F06     Response out units lookup:             V - Volts
B053F07     A0 normalization factor:               0.0889206
B053F08     Normalization frequency:               1
B053F09     Number of zeroes:                      1
B053F14     Number of poles:                       2
B053F10-13    0  1.380000E+02 -1.440000E+02  0.000000E+00  0.000000E+00
B053F15-18    0 -2.535600E-02  2.535600E-02  0.000000E+00  0.000000E+00
B053F15-18    1 -2.535600E-02 -2.535600E-02  0.000000E+00  0.000000E+00
B058F03     Stage sequence number:                 1
B058F04     Gain:                                  2.000000E+03
B058F05     Frequency of gain:                     1.000000E+00 HZ
B061F03     Stage sequence number:                 2
B061F05     Symmetry type:                         C
B061F06     Response in units lookup:              V - Volts
B061F07     Response out units lookup:             COUNTS - Digital Counts
B061F08     Number of numerators:                  2
B061F09       0  1.082831E-06
B061F09       1  1.780827E-06
B057F03     Stage sequence number:                 2
B057F04     Input sample rate:                     2.000000E+02
B057F05     Decimation factor:                     2
B057F06     Decimation offset:                     0
B057F07     Estimated delay (seconds):             1.000000E-02
B057F08     Correction applied (seconds):          0.000000E+00
B058F03     Stage sequence number:                 0
B058F04     Sensitivity:                           8.388600E+08
B058F05     Frequency of sensitivity:              1.000000E+00 HZ
`;

const DICTIONARY = `B050F03     Station:     A
B050F16     Network:     XX
B052F03     Location:    
B052F04     Channel:     BHZ
B052F22     Start date:  2003,071
B052F23     End date:    2004,001
B060F03     Number of Stages:                      2
B060F04     Stage number:                          1
B060F05     Number of Responses:                   2
B043F05     Response type:                         A [Laplace Transform (Rad/sec)]
B043F06     Response in units lookup:              M/S - Velocity in Meters Per Second
B043F07     Response out units lookup:             V - Volts
B043F08     A0 normalization factor:               +2.36551E+06
B043F09     Normalization frequency:               +1.00000E+00
B043F10     Number of zeroes:                      1
B043F15     Number of poles:                       1
B043F11-14     0  +0.00000E+00  +0.00000E+00  +0.00000E+00  +0.00000E+00
B043F16-19     0  -1.48530E-01  +1.48530E-01  +0.00000E+00  +0.00000E+00
B048F05     Sensitivity:                           +1.50000E+03
B048F06     Frequency of sensitivity:              +1.00000E+00 HZ
B060F04     Stage number:                          2
B044F05     Response type:                         D [Digital (Z-transform)]
B044F06     Response in units lookup:              V - Volts
B044F07     Response out units lookup:             COUNTS - Digital Counts
B044F08     Number of numerators:                  0
B044F11     Number of denominators:                0
B047F05     Input sample rate:                     +2.00000E+01
B047F06     Decimation factor:                     00001
B047F07     Decimation offset:                     00000
B047F08     Estimated delay (seconds):             +0.00000E+00
B047F09     Correction applied (seconds):          +0.00000E+00
`;

describe('RESP', () => {
  it('gives channels with stages, units, decimation and sensitivity', () => {
    const [station] = read(RESP);
    expect(station).toMatchObject({ network: 'NZ', code: 'CRLZ', latitude: NaN });
    const [channel] = station!.channels;
    expect(channel).toMatchObject({ location: '', code: 'HHZ', sampleRate: 100, end: null });
    expect(formatTime(channel!.start!)).toBe('2003-03-12T12:30:00.500000Z');
    const { sensitivity, stages } = channel!.response!;
    expect(sensitivity).toEqual({ value: 838860000, frequency: 1, inputUnits: 'M/S', outputUnits: 'COUNTS' });
    expect(stages[0]).toMatchObject({
      kind: 'polesZeros',
      transferFunction: 'laplaceHertz',
      normalizationFactor: 0.0889206,
      zeros: [{ re: 138, im: -144 }],
      poles: [{ im: 0.025356 }, { im: -0.025356 }],
      gain: 2000,
    });
    expect(stages[1]).toMatchObject({
      kind: 'fir',
      symmetry: 'even',
      coefficients: [1.082831e-6, 1.780827e-6],
      gain: null,
      decimation: { inputSampleRate: 200, factor: 2, delay: 0.01 },
    });
  });

  it('reads several channels and old Macintosh line ends', () => {
    const stations = read((RESP + RESP.replaceAll('HHZ', 'HHN')).replaceAll('\n', '\r'));
    expect(stations.map((station) => station.channels.map(({ code }) => code))).toEqual([['HHZ', 'HHN']]);
  });

  it('follows the references of blockette 60', () => {
    const [channel] = read(DICTIONARY)[0]!.channels;
    expect(channel!.response!.stages).toMatchObject([
      { number: 1, kind: 'polesZeros', transferFunction: 'laplaceRadians', gain: 1500, poles: [{ re: -0.14853 }] },
      { number: 2, kind: 'coefficients', transferFunction: 'digital', decimation: { inputSampleRate: 20, factor: 1 } },
    ]);
  });

  it.each([
    ['1.082831E-06', 'many', /line 23: blockette 61: "0 {2}many" is no row of numbers/],
    ['0.0889206', 'one', /blockette 53: field 7 is "one", expected a number/],
    ['B [Analog (Hz)]', 'Z', /field 3 is "Z", expected one of A, B, D/],
    ['2.535600E-02  0.000000E+00  0.000000E+00\n', '\n', /a row of field 15 has 2 numbers, not 4/],
  ])('names the place of an error', (from, to, message) => {
    expect(() => read(RESP.replace(from, to))).toThrow(message);
  });
});

describe('SAC poles and zeros', () => {
  const ANNOTATED = `* **********************************
* NETWORK   (KNETWK): IU
* STATION    (KSTNM): ANMO
* LOCATION   (KHOLE): 00
* CHANNEL   (KCMPNM): BHZ
* START             : 2012-03-12T20:28:00
* END               : N/A
* LATITUDE          : 34.945981
* LONGITUDE         : -106.457133
* ELEVATION         : 1671.0
* DEPTH             : 145.0
* DIP (SEED)        : -90.0
* AZIMUTH           : 0.0
* SAMPLE RATE       : 20.0
* INPUT UNIT        : M
* OUTPUT UNIT       : COUNTS
ZEROS 3
POLES 2
 -5.333170e+01 +1.000000e+00
 -2.490010e+01 -1.000000e+00
CONSTANT 2.745369e+14
`;

  it('reads annotated files, several channels in one, zeros at the origin left out', () => {
    const stations = read(ANNOTATED + ANNOTATED.replace('BHZ', 'BHN'), 'IU.sacpz');
    expect(stations.map((station) => station.channels[0]!.code)).toEqual(['BHZ', 'BHN']);
    expect(stations[0]).toMatchObject({ network: 'IU', code: 'ANMO', latitude: 34.945981, elevationM: 1671 });
    expect(stations[0]!.channels[0]).toMatchObject({
      location: '00',
      dipDeg: -90,
      depthM: 145,
      sampleRate: 20,
      end: null,
    });
    expect(stations[0]!.channels[0]!.response!.stages[0]).toMatchObject({
      inputUnits: 'M',
      normalizationFactor: 2.745369e14,
      zeros: [{ re: 0 }, { re: 0 }, { re: 0 }],
      poles: [
        { re: -53.3317, im: 1 },
        { re: -24.9001, im: -1 },
      ],
    });
  });

  it('takes codes from the name of a plain file', () => {
    const [station] = read('ZEROS 1\n 1 2\nPOLES 0\nCONSTANT 1.5\n', 'SAC_PZs_NZ_BFZ_HHZ_10_2015.280');
    expect(station).toMatchObject({ network: 'NZ', code: 'BFZ', channels: [{ location: '10', code: 'HHZ' }] });
    expect(() => read('ZEROS 1\nCONSTANT 1', 'pz.txt')).toThrow('neither in comments nor in the name');
  });

  it.each(['ZEROS 1e9\nCONSTANT 1', 'ZEROS 1\n 1 2\n 3 4\nCONSTANT 1', 'ZEROS 1\nPOLES x', 'POLES 1\n a b'])(
    'refuses %j',
    (text) => {
      expect(() => read(text, 'SAC_PZs_NZ_BFZ_HHZ_10')).toThrow(/line \d/);
    },
  );
});
