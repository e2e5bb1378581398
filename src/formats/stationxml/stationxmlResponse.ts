import type { Complex, Decimation, Response, ResponseStage, Sensitivity } from '@/core/model';
import type { XmlElement } from '../xml/xml';
import { elementError, find, findAll, numberAt, numberOf, requireNumber, textAt } from '../xml/xmlRead';
import { COEFFICIENTS, POLES_ZEROS, SYMMETRY } from './seedNames';

type Stage<K extends ResponseStage['kind']> = Extract<ResponseStage, { kind: K }>;
type Common = Omit<Stage<'gain'>, 'kind'>;

/** The content of `<Response>`, stages in the order of their numbers.
 *  @throws FormatError with the line */
export function readResponse(response: XmlElement): Response {
  const stages = findAll(response, 'Stage').map(readStage);
  if (stages.length === 0) stages.push(...instrumentPolynomial(response));
  stages.sort((a, b) => a.number - b.number);
  return { sensitivity: sensitivityOf(response), stages };
}

function sensitivityOf(response: XmlElement): Sensitivity | null {
  const element = find(response, 'InstrumentSensitivity');
  const value = element && numberAt(element, 'Value');
  if (!element || value === null) return null;
  return {
    value,
    frequency: numberAt(element, 'Frequency') ?? 0,
    inputUnits: textAt(element, 'InputUnits', 'Name') ?? '',
    outputUnits: textAt(element, 'OutputUnits', 'Name') ?? '',
  };
}

/** The polynomial of a whole channel, which counts where there are no stages: otherwise one of them holds it, too. */
function instrumentPolynomial(response: XmlElement): ResponseStage[] {
  const polynomial = find(response, 'InstrumentPolynomial');
  if (!polynomial) return [];
  const units = {
    inputUnits: textAt(polynomial, 'InputUnits', 'Name'),
    outputUnits: textAt(polynomial, 'OutputUnits', 'Name'),
  };
  return [
    READERS['Polynomial']!(polynomial, { number: 1, ...units, gain: null, gainFrequency: null, decimation: null }),
  ];
}

function readStage(stage: XmlElement): ResponseStage {
  const number = Number(stage.attributes['number']);
  if (!Number.isInteger(number)) throw elementError(stage, '<Stage> has no whole number as attribute "number"');
  const filter = stage.children.find((child) => Object.hasOwn(READERS, child.name));
  const common: Common = {
    number,
    inputUnits: filter ? textAt(filter, 'InputUnits', 'Name') : null,
    outputUnits: filter ? textAt(filter, 'OutputUnits', 'Name') : null,
    gain: numberAt(stage, 'StageGain', 'Value'),
    gainFrequency: numberAt(stage, 'StageGain', 'Frequency'),
    decimation: decimationOf(stage),
  };
  return filter ? READERS[filter.name]!(filter, common) : { ...common, kind: 'gain' };
}

const READERS: Record<string, (filter: XmlElement, common: Common) => ResponseStage> = {
  PolesZeros: (filter, common) => ({
    ...common,
    kind: 'polesZeros',
    transferFunction: choose(filter, 'PzTransferFunctionType', POLES_ZEROS),
    normalizationFactor: numberAt(filter, 'NormalizationFactor') ?? 1,
    normalizationFrequency: numberAt(filter, 'NormalizationFrequency') ?? 0,
    zeros: findAll(filter, 'Zero').map(complexOf),
    poles: findAll(filter, 'Pole').map(complexOf),
  }),
  Coefficients: (filter, common) => ({
    ...common,
    kind: 'coefficients',
    transferFunction: choose(filter, 'CfTransferFunctionType', COEFFICIENTS),
    numerators: findAll(filter, 'Numerator').map(numberOf),
    denominators: findAll(filter, 'Denominator').map(numberOf),
  }),
  FIR: (filter, common) => ({
    ...common,
    kind: 'fir',
    symmetry: choose(filter, 'Symmetry', SYMMETRY),
    coefficients: findAll(filter, 'NumeratorCoefficient').map(numberOf),
  }),
  ResponseList: (filter, common) => ({
    ...common,
    kind: 'responseList',
    elements: findAll(filter, 'ResponseListElement').map((element) => ({
      frequency: requireNumber(element, 'Frequency'),
      amplitude: requireNumber(element, 'Amplitude'),
      phase: requireNumber(element, 'Phase'),
    })),
  }),
  Polynomial: (filter, common) => ({
    ...common,
    kind: 'polynomial',
    coefficients: findAll(filter, 'Coefficient').map(numberOf),
    frequencyLowerBound: numberAt(filter, 'FrequencyLowerBound') ?? 0,
    frequencyUpperBound: numberAt(filter, 'FrequencyUpperBound') ?? 0,
    approximationLowerBound: numberAt(filter, 'ApproximationLowerBound') ?? 0,
    approximationUpperBound: numberAt(filter, 'ApproximationUpperBound') ?? 0,
    maximumError: numberAt(filter, 'MaximumError') ?? 0,
  }),
};

function decimationOf(stage: XmlElement): Decimation | null {
  const element = find(stage, 'Decimation');
  if (!element) return null;
  return {
    inputSampleRate: requireNumber(element, 'InputSampleRate'),
    factor: numberAt(element, 'Factor') ?? 1,
    offset: numberAt(element, 'Offset') ?? 0,
    delay: numberAt(element, 'Delay') ?? 0,
    correction: numberAt(element, 'Correction') ?? 0,
  };
}

function complexOf(element: XmlElement): Complex {
  return { re: requireNumber(element, 'Real'), im: requireNumber(element, 'Imaginary') };
}

/** The kind that the text of a child stands for, by the name of each. */
function choose<K extends string>(filter: XmlElement, name: string, names: Record<K, string>): K {
  const child = find(filter, name);
  const text = child?.text ?? '';
  const kind = keysOf(names).find((key) => names[key] === text.toUpperCase());
  if (kind === undefined) {
    const message = `<${name}> is "${text}", expected one of ${Object.values(names).join(', ')}`;
    throw elementError(child ?? filter, message);
  }
  return kind;
}

function keysOf<K extends string>(names: Record<K, string>): K[] {
  return Object.keys(names) as K[];
}
