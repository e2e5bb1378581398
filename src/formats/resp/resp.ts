import { fromOrdinalDay, type Channel, type Nanoseconds, type Sensitivity, type Station } from '@/core/model';
import { FormatError } from '../error';
import { readBlockettes, stageField, type Blockette } from './respBlockettes';
import { readRespStage } from './respStage';

interface Epoch {
  network: string;
  station: string;
  location: string;
  code: string;
  start: Nanoseconds | null;
  end: Nanoseconds | null;
  stages: Map<number, Blockette[]>;
}

/** Reads RESP text as rdseed and the FDSN services write it and evalresp reads it: channels with responses. It holds no
 *  coordinates: those of the stations are NaN, to be filled from another file.
 *  @throws FormatError with the line */
export function readResp(bytes: Uint8Array, file: string): Station[] {
  const epochs = epochsOf(readBlockettes(bytes, file));
  if (epochs.length === 0) throw new FormatError(file, '', 'no channel in it (B050F03, B052F04): not a RESP file');
  const stations = new Map<string, Station>();
  for (const epoch of epochs) {
    const key = `${epoch.network}.${epoch.station}`;
    const known = stations.get(key) ?? { network: epoch.network, code: epoch.station, ...NOWHERE, channels: [] };
    stations.set(key, known);
    known.channels.push(channelOf(epoch, file));
  }
  return [...stations.values()];
}

const NOWHERE = { latitude: NaN, longitude: NaN, elevationM: NaN };

function epochsOf(blockettes: Blockette[]): Epoch[] {
  const epochs: Epoch[] = [];
  let station = { network: '', station: '' };
  for (const blockette of blockettes) {
    if (blockette.type === 50) station = { network: code(blockette.text(16)), station: code(blockette.text(3)) };
    else if (blockette.type === 52) {
      epochs.push({
        ...station,
        location: code(blockette.text(3)),
        code: code(blockette.text(4)),
        start: timeOf(blockette, 22),
        end: timeOf(blockette, 23),
        stages: new Map(),
      });
    } else if (blockette.type >= 53 && blockette.type <= 62 && blockette.type !== 60) {
      const stages = epochs.at(-1)?.stages ?? blockette.fail('a response before any channel (B052)');
      const number = blockette.number(stageField(blockette.type));
      const list = stages.get(number);
      if (list) list.push(blockette);
      else stages.set(number, [blockette]);
    }
  }
  return epochs;
}

function channelOf(epoch: Epoch, file: string): Channel {
  const numbers = [...epoch.stages.keys()].sort((a, b) => a - b);
  // Stage 0 sums up the others; where it is alone and describes a filter, that is the whole response.
  const used = numbers.length > 1 ? numbers.filter((n) => n > 0) : numbers;
  const stages = used
    .map((n) => readRespStage(n, epoch.stages.get(n)!))
    .filter((s) => s.number > 0 || s.kind !== 'gain');
  if (epoch.code === '') throw new FormatError(file, '', `a channel of station ${epoch.station} has no code (B052F04)`);
  const decimation = stages.findLast((stage) => stage.decimation !== null)?.decimation;
  return {
    location: epoch.location,
    code: epoch.code,
    ...NOWHERE,
    depthM: 0,
    azimuthDeg: null,
    dipDeg: null,
    sampleRate: decimation ? decimation.inputSampleRate / decimation.factor : null,
    start: epoch.start,
    end: epoch.end,
    response: {
      sensitivity: sensitivityOf(epoch.stages.get(0) ?? [], {
        inputUnits: stages.find((stage) => stage.inputUnits !== null)?.inputUnits ?? '',
        outputUnits: stages.findLast((stage) => stage.outputUnits !== null)?.outputUnits ?? '',
      }),
      stages,
    },
  };
}

/** A gain of stage 0 is the sensitivity of the whole. */
function sensitivityOf(zero: Blockette[], units: Pick<Sensitivity, 'inputUnits' | 'outputUnits'>): Sensitivity | null {
  const gain = zero.find((blockette) => blockette.type === 58);
  return gain ? { value: gain.number(4), frequency: gain.number(5, 0), ...units } : null;
}

/** A code as RESP writes it: "??" and "--" stand for none. */
function code(text: string): string {
  const word = text.split(/\s+/, 1)[0]!;
  return word === '??' || word === '--' ? '' : word;
}

const TIME = /^(\d{4}),(\d{1,3})(?:,(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?(?:\.(\d{1,9})\d*)?)?/;

/** "2003,071,00:00:00.0000"; null for "No Ending Time". */
function timeOf(blockette: Blockette, field: number): Nanoseconds | null {
  const match = TIME.exec(blockette.text(field));
  if (!match) return null;
  const [, year, day, hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const seconds = BigInt(hour) * 3600n + BigInt(minute) * 60n + BigInt(second);
  return fromOrdinalDay(+year!, +day!) + seconds * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
}
