import {
  formatTime,
  type Channel,
  type Complex,
  type Nanoseconds,
  type ResponseStage,
  type Station,
} from '@/core/model';
import { element, leaf, xmlDocument, type XmlAttributes } from '../xml/xmlWrite';
import { COEFFICIENTS, POLES_ZEROS, SYMMETRY } from './seedNames';

/** Stations as a StationXML 1.2 document, with whole responses.
 *  @param created the document's own time, which the standard demands */
export function writeStationXml(stations: Station[], created: Nanoseconds = 0n): string {
  const networks = [...new Set(stations.map((station) => station.network))];
  return xmlDocument(
    element(
      'FDSNStationXML',
      { xmlns: 'http://www.fdsn.org/xml/station/1', schemaVersion: '1.2' },
      leaf('Source', 'Atoa'),
      leaf('Created', formatTime(created, 0)),
      ...networks.map((code) =>
        element('Network', { code }, ...stations.filter((s) => s.network === code).map(writeStation)),
      ),
    ),
  );
}

function writeStation(station: Station): string {
  const starts = station.channels.flatMap((channel) => channel.start ?? []);
  const first = starts.reduce<Nanoseconds | null>((a, b) => (a === null || b < a ? b : a), null);
  return element(
    'Station',
    { code: station.code, startDate: first === null ? null : formatTime(first) },
    leaf('Latitude', station.latitude),
    leaf('Longitude', station.longitude),
    leaf('Elevation', station.elevationM),
    element('Site', {}, leaf('Name', station.code)),
    ...station.channels.map(writeChannel),
  );
}

function writeChannel(channel: Channel): string {
  const { response, start, end } = channel;
  return element(
    'Channel',
    {
      code: channel.code,
      locationCode: channel.location,
      startDate: start === null ? null : formatTime(start),
      endDate: end === null ? null : formatTime(end),
    },
    leaf('Latitude', channel.latitude),
    leaf('Longitude', channel.longitude),
    leaf('Elevation', channel.elevationM),
    leaf('Depth', channel.depthM),
    leaf('Azimuth', channel.azimuthDeg),
    leaf('Dip', channel.dipDeg),
    leaf('SampleRate', channel.sampleRate),
    response === null
      ? ''
      : element(
          'Response',
          {},
          response.sensitivity === null
            ? ''
            : element(
                'InstrumentSensitivity',
                {},
                leaf('Value', response.sensitivity.value),
                leaf('Frequency', response.sensitivity.frequency),
                units('InputUnits', response.sensitivity.inputUnits),
                units('OutputUnits', response.sensitivity.outputUnits),
              ),
          ...response.stages.map(writeStage),
        ),
  );
}

function writeStage(stage: ResponseStage): string {
  const { decimation: d } = stage;
  return element(
    'Stage',
    { number: stage.number },
    writeFilter(stage),
    d === null
      ? ''
      : element(
          'Decimation',
          {},
          leaf('InputSampleRate', d.inputSampleRate),
          leaf('Factor', d.factor),
          leaf('Offset', d.offset),
          leaf('Delay', d.delay),
          leaf('Correction', d.correction),
        ),
    stage.gain === null
      ? ''
      : element('StageGain', {}, leaf('Value', stage.gain), leaf('Frequency', stage.gainFrequency ?? 0)),
  );
}

function writeFilter(stage: ResponseStage): string {
  const both = units('InputUnits', stage.inputUnits ?? '') + units('OutputUnits', stage.outputUnits ?? '');
  switch (stage.kind) {
    case 'polesZeros':
      return element(
        'PolesZeros',
        {},
        both,
        leaf('PzTransferFunctionType', POLES_ZEROS[stage.transferFunction]),
        leaf('NormalizationFactor', stage.normalizationFactor),
        leaf('NormalizationFrequency', stage.normalizationFrequency),
        ...stage.zeros.map((zero, i) => complex('Zero', zero, i)),
        ...stage.poles.map((pole, i) => complex('Pole', pole, i)),
      );
    case 'coefficients':
      return element(
        'Coefficients',
        {},
        both,
        leaf('CfTransferFunctionType', COEFFICIENTS[stage.transferFunction]),
        ...stage.numerators.map((value) => leaf('Numerator', value)),
        ...stage.denominators.map((value) => leaf('Denominator', value)),
      );
    case 'fir':
      return element(
        'FIR',
        {},
        both,
        leaf('Symmetry', SYMMETRY[stage.symmetry]),
        ...stage.coefficients.map((value, i) => leaf('NumeratorCoefficient', value, { i: i + 1 })),
      );
    case 'responseList':
      return element(
        'ResponseList',
        {},
        both,
        ...stage.elements.map(({ frequency, amplitude, phase }) =>
          element(
            'ResponseListElement',
            {},
            leaf('Frequency', frequency),
            leaf('Amplitude', amplitude),
            leaf('Phase', phase),
          ),
        ),
      );
    case 'polynomial':
      return element(
        'Polynomial',
        {},
        both,
        leaf('ApproximationType', 'MACLAURIN'),
        leaf('FrequencyLowerBound', stage.frequencyLowerBound),
        leaf('FrequencyUpperBound', stage.frequencyUpperBound),
        leaf('ApproximationLowerBound', stage.approximationLowerBound),
        leaf('ApproximationUpperBound', stage.approximationUpperBound),
        leaf('MaximumError', stage.maximumError),
        ...stage.coefficients.map((value, i) => leaf('Coefficient', value, { number: i + 1 })),
      );
    case 'gain':
      return '';
  }
}

function complex(name: string, value: Complex, number: number): string {
  const attributes: XmlAttributes = { number };
  return element(name, attributes, leaf('Real', value.re), leaf('Imaginary', value.im));
}

function units(name: string, value: string): string {
  return element(name, {}, leaf('Name', value));
}
