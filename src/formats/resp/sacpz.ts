import { parseTime, type Channel, type Complex, type Nanoseconds, type Station } from '@/core/model';
import { FormatError } from '../error';
import { decodeText, parseDecimal } from '../text/text';

interface Block {
  line: number;
  header: Map<string, string>;
  zeros: Complex[];
  poles: Complex[];
  constant: number;
}

/** The words before the colon of "* NETWORK   (KNETWK): IU"; of those in brackets only SEED says something, about the sign
 *  of the dip. */
const KEY = /^([A-Z][A-Z0-9 ]*)(\([A-Za-z0-9]*\))?$/;

/** Key and value of a comment line; null where it is none. */
function commentOf(line: string): { key: string; value: string } | null {
  const colon = line.indexOf(':');
  const text = line.trimStart();
  if (colon < 0 || !text.startsWith('*')) return null;
  const key = KEY.exec(text.slice(1, text.indexOf(':')).trim());
  if (!key) return null;
  const name = key[1]!.trim();
  return { key: key[2] === '(SEED)' ? `${name} (SEED)` : name, value: line.slice(colon + 1).trim() };
}

/** Reads SAC poles and zeros, annotated as rdseed and the FDSN services write them, or plain with the codes in the name
 *  SAC_PZs_NN_SSS_CCC_LL. The response is from ground displacement in m to counts, its constant that of all stages together.
 *  Coordinates that the file does not state are NaN.
 *  @throws FormatError with the line */
export function readSacPolesZeros(bytes: Uint8Array, file: string): Station[] {
  return blocksOf(decodeText(bytes, file).split(/\r\n|\n|\r/), file).map((block) => stationOf(block, file));
}

function blocksOf(lines: string[], file: string): Block[] {
  const blocks: Block[] = [];
  let block: Block | null = null;
  let header = new Map<string, string>();
  let list: Complex[] | null = null;
  lines.forEach((line, index) => {
    const comment = commentOf(line);
    if (comment) header.set(comment.key, comment.value);
    const words = line.trim().split(/\s+/);
    if (words[0] === '' || words[0]!.startsWith('*')) return;
    const fail = (): never => {
      throw new FormatError(
        file,
        `line ${index + 1}`,
        `"${line.trim().slice(0, 60)}": expected ZEROS, POLES, CONSTANT or two numbers`,
      );
    };
    const number = (word: string | undefined): number => parseDecimal(word ?? '') ?? fail();
    block ??= { line: index + 1, header, zeros: [], poles: [], constant: 1 };
    switch (words[0]!.toUpperCase()) {
      case 'ZEROS':
      case 'POLES':
        // Roots at the origin may be left out, so the count makes the list.
        list = Array.from({ length: rootCount(number(words[1]), fail) }, () => ({ re: 0, im: 0 }));
        block[words[0]!.toUpperCase() === 'ZEROS' ? 'zeros' : 'poles'] = list;
        list = [...list].reverse();
        break;
      case 'CONSTANT':
        block.constant = number(words[1]);
        blocks.push(block);
        [block, list, header] = [null, null, new Map()];
        break;
      default:
        Object.assign(list?.pop() ?? fail(), { re: number(words[0]), im: number(words[1] ?? '0') });
    }
  });
  if (block) blocks.push(block);
  if (blocks.length === 0) throw new FormatError(file, '', 'neither ZEROS nor POLES nor CONSTANT in it');
  return blocks;
}

function rootCount(value: number, fail: () => never): number {
  return Number.isInteger(value) && value >= 0 && value <= 1000 ? value : fail();
}

function stationOf({ line, header, zeros, poles, constant }: Block, file: string): Station {
  const named = /SAC_PZs_([^_]+)_([^_]+)_([^_]+)_([^_]*)/i.exec(file);
  const network = header.get('NETWORK') || named?.[1] || '';
  const code = header.get('STATION') || named?.[2] || '';
  const channelCode = header.get('CHANNEL') || header.get('COMPONENT') || named?.[3] || '';
  if (network === '' || code === '' || channelCode === '') {
    throw new FormatError(
      file,
      `line ${line}`,
      'network, station and channel stand neither in comments nor in the name (SAC_PZs_NN_SSS_CCC_LL)',
    );
  }
  const number = (key: string) => parseDecimal(header.get(key)?.split(/\s+/, 1)[0] ?? '');
  const place = {
    latitude: number('LATITUDE') ?? NaN,
    longitude: number('LONGITUDE') ?? NaN,
    elevationM: number('ELEVATION') ?? NaN,
  };
  const channel: Channel = {
    location: (header.get('LOCATION') ?? named?.[4] ?? '').replace(/^(--|\?\?)$/, ''),
    code: channelCode,
    ...place,
    depthM: number('DEPTH') ?? 0,
    azimuthDeg: number('AZIMUTH'),
    dipDeg: number('DIP (SEED)'),
    sampleRate: number('SAMPLE RATE'),
    start: timeOf(header.get('START')),
    end: timeOf(header.get('END')),
    response: {
      sensitivity: null,
      stages: [
        {
          kind: 'polesZeros',
          number: 1,
          inputUnits: header.get('INPUT UNIT') || 'M',
          outputUnits: header.get('OUTPUT UNIT') || 'COUNTS',
          gain: null,
          gainFrequency: null,
          decimation: null,
          transferFunction: 'laplaceRadians',
          normalizationFactor: constant,
          normalizationFrequency: 1,
          zeros,
          poles,
        },
      ],
    },
  };
  return { network, code, ...place, channels: [channel] };
}

/** An ISO time; null where there is none, as "N/A" or nothing for an open end. */
function timeOf(text: string | undefined): Nanoseconds | null {
  try {
    return text ? parseTime(text) : null;
  } catch {
    return null;
  }
}
