import type { Complex, Decimation, ResponseStage } from '@/core/model';
import type { Blockette } from './respBlockettes';

type Stage<K extends ResponseStage['kind']> = Extract<ResponseStage, { kind: K }>;
type Common = Omit<Stage<'gain'>, 'kind'>;

const POLES_ZEROS = { A: 'laplaceRadians', B: 'laplaceHertz', D: 'digital' } as const;
const COEFFICIENTS = { A: 'analogRadians', B: 'analogHertz', D: 'digital' } as const;
const SYMMETRY = { A: 'none', B: 'odd', C: 'even' } as const;

/** One stage from its blockettes: a filter (53, 54, 55, 61, 62), decimation (57) and gain (58), each where it is there.
 *  @throws FormatError with the line */
export function readRespStage(number: number, blockettes: Blockette[]): ResponseStage {
  const gain = blockettes.findLast(({ type }) => type === 58);
  const [filter, ...more] = blockettes.filter(({ type }) => type in FILTERS);
  const other = more.find(({ type }) => type !== filter?.type);
  if (other) other.fail(`stage ${number} is already described by blockette ${filter?.type}`);
  const units = filter?.type === 55 ? 4 : filter?.type === 61 ? 6 : 5;
  const common: Common = {
    number,
    inputUnits: filter ? unit(filter.text(units)) : null,
    outputUnits: filter ? unit(filter.text(units + 1)) : null,
    gain: gain ? gain.number(4) : null,
    gainFrequency: gain ? gain.number(5, 0) : null,
    decimation: decimationOf(blockettes),
  };
  return filter ? FILTERS[filter.type]!(filter, common, more) : { ...common, kind: 'gain' };
}

type Reader = (filter: Blockette, common: Common, more: Blockette[]) => ResponseStage;

/** By blockette type. `more` are further blockettes of the same stage and type, which continue long coefficient lists. */
const FILTERS: Record<number, Reader> = {
  53: (filter, common) => ({
    ...common,
    kind: 'polesZeros',
    transferFunction: choose(filter, 3, POLES_ZEROS),
    normalizationFactor: filter.number(7, 1),
    normalizationFrequency: filter.number(8, 0),
    zeros: filter.table(10, 4).map(complexOf),
    poles: filter.table(15, 4).map(complexOf),
  }),
  54: (filter, common, more) => ({
    ...common,
    kind: 'coefficients',
    transferFunction: choose(filter, 3, COEFFICIENTS),
    numerators: [filter, ...more].flatMap((part) => part.table(8, 2).map(firstOf)),
    denominators: [filter, ...more].flatMap((part) => part.table(11, 2).map(firstOf)),
  }),
  55: (filter, common, more) => ({
    ...common,
    kind: 'responseList',
    elements: [filter, ...more].flatMap((part) =>
      part.table(7, 5).map(([frequency, amplitude, , phase]) => ({
        frequency: frequency!,
        amplitude: amplitude!,
        phase: phase!,
      })),
    ),
  }),
  61: (filter, common, more) => ({
    ...common,
    kind: 'fir',
    symmetry: choose(filter, 5, SYMMETRY),
    coefficients: [filter, ...more].flatMap((part) => part.table(9, 1).map(firstOf)),
  }),
  62: (filter, common) => ({
    ...common,
    kind: 'polynomial',
    coefficients: filter.table(15, 2).map(firstOf),
    frequencyLowerBound: filter.number(9, 0),
    frequencyUpperBound: filter.number(10, 0),
    approximationLowerBound: filter.number(11, 0),
    approximationUpperBound: filter.number(12, 0),
    maximumError: filter.number(13, 0),
  }),
};

function decimationOf(blockettes: Blockette[]): Decimation | null {
  const found = blockettes.find(({ type }) => type === 57);
  if (!found) return null;
  return {
    inputSampleRate: found.number(4),
    factor: found.number(5, 1),
    offset: found.number(6, 0),
    delay: found.number(7, 0),
    correction: found.number(8, 0),
  };
}

function complexOf(row: number[]): Complex {
  return { re: row[0]!, im: row[1]! };
}

function firstOf(row: number[]): number {
  return row[0]!;
}

/** "M/S - Velocity in Meters Per Second" is M/S. */
function unit(text: string): string | null {
  return text.split(/\s+-(?:\s|$)/, 1)[0]!.trim() || null;
}

/** Fields of one letter, such as "B [Analog (Hz)]". */
function choose<T>(filter: Blockette, field: number, known: Record<string, T>): T {
  const value = known[filter.text(field).charAt(0).toUpperCase()];
  return (
    value ?? filter.fail(`field ${field} is "${filter.text(field)}", expected one of ${Object.keys(known).join(', ')}`)
  );
}
