import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateResponse, removeResponse, type GroundMotion } from '@/core/response';
import { readStations } from '@/formats';
import { deviation, hasReference, NO_REFERENCE, REFERENCE, referenceArrays, referenceJson } from '../support/reference';

interface ResponseCases {
  response: {
    channels: ({ channel: string; location: string } & Record<`at_${GroundMotion}`, [number, number, number][]>)[];
    remove: RemovalCase[];
  };
}

interface RemovalCase {
  array: string;
  input: string;
  dt: number;
  output: GroundMotion;
  pre_filt: [number, number, number, number] | null;
  water_level: number | null;
}

const MOTIONS: GroundMotion[] = ['DISP', 'VEL', 'ACC'];

function responseOf(channel: string) {
  const file = resolve(REFERENCE, `projects/bfz/stations/BFZ.NZ/RESP.NZ.BFZ.10.${channel}`);
  const [station] = readStations(readFileSync(file), file);
  const found = station.channels.find((each) => each.code === channel)?.response;
  if (!found) throw new Error(`no response of ${channel} in ${file}`);
  return found;
}

describe.skipIf(!hasReference)(`response${hasReference ? '' : ` (${NO_REFERENCE})`}`, () => {
  const { channels, remove } = hasReference
    ? referenceJson<ResponseCases>('primitives').response
    : { channels: [], remove: [] };
  const array = hasReference ? referenceArrays('primitives') : () => new Float64Array(0);

  it.each(channels.map((each) => each.channel))('of %s at single frequencies and on a grid', (channel) => {
    const response = responseOf(channel);
    const values = channels.find((each) => each.channel === channel)!;
    for (const motion of MOTIONS) {
      const at = values[`at_${motion}`];
      const got = evaluateResponse(
        response,
        Float64Array.from(at, ([f]) => f),
        motion,
      );
      at.forEach(([frequency, re, im], k) => {
        const error = Math.hypot(got.re[k] - re, got.im[k] - im) / Math.hypot(re, im);
        expect(error, `${motion} at ${frequency} Hz`).toBeLessThan(1e-9);
      });
      const grid = evaluateResponse(response, array(`resp/${channel}/freqs`), motion);
      expect(deviation(grid.re, array(`resp/${channel}/${motion}.re`))).toBeLessThan(1e-11);
      expect(deviation(grid.im, array(`resp/${channel}/${motion}.im`))).toBeLessThan(1e-11);
    }
  });

  it.each(remove.map((each) => each.array))('%s', (name) => {
    const c = remove.find((each) => each.array === name)!;
    const response = responseOf(`HH${c.input.slice(-1)}`);
    const options = { output: c.output, waterLevel: c.water_level, preFilt: c.pre_filt };
    const got = removeResponse(array(c.input), c.dt, response, options);
    expect(deviation(got, array(c.array))).toBeLessThan(1e-10);
  });
});
