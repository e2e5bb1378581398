import { describe, expect, it } from 'vitest';
import { isOtherFile, parseWaveformName } from './waveformName';

describe('parseWaveformName', () => {
  it.each([
    ['NZ.BFZ.10.HHZ.D.2018.049', 'NZ BFZ 10 HHZ'],
    ['NZ.BFZ..BXE.mseed', 'NZ BFZ  BXE'],
    ['NZ.BFZ.--.BXE', 'NZ BFZ  BXE'],
    ['AA.S000000.BXY.semd', 'AA S000000  BXY'],
    ['AA.S1.00.BXY.sem.ascii', 'AA S1 00 BXY'],
    ['AA.S1.MXZ.sem.sac', 'AA S1  MXZ'],
    ['NZ.BFZ.HHZ.sac', 'NZ BFZ  HHZ'],
    ['NZ.BFZ.sac', 'NZ BFZ null null'],
    ['NZ.BFZ.ascii', 'NZ BFZ null null'],
    ['2009-04-07T201255_SOUTHERN_ALASKA.AV.ILSW..BHE.sac', 'AV ILSW  BHE'],
    ['2010.058.06.44.35.0000.IU.ANMO.00.BHZ.M.SAC', 'IU ANMO 00 BHZ'],
  ])('%s', (name, expected) => {
    const found = parseWaveformName(name)!;
    expect([found.network, found.station, found.location, found.channel].map(String).join(' ')).toBe(expected);
  });

  it.each(['volume', 'data.mseed', 'a.b.c', '20180218074348.z', 'output_list_stations.txt', 'a.b.c.d.semd.semd'])(
    'does not know %s',
    (name) => {
      expect(parseWaveformName(name)).toBeNull();
    },
  );

  it('knows files that hold no waveforms', () => {
    expect(['STATIONS', 'CMTSOLUTION_1', 'x.xml', 'proc000000_vp.bin'].every(isOtherFile)).toBe(true);
    expect(['volume', 'x.mseed'].some(isOtherFile)).toBe(false);
  });
});
