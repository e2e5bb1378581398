import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseParameters, type Parameters } from '@/core/config';
import type { SecondsWindow } from '@/core/misfit';
import type { Rejection } from '@/core/model';
import type { WantedSource, WantedWindow } from './compare';
import type { Origin } from './demoProject';
import type { Signature } from './signature';

/** What `make-reference.py` writes. */
const FOLDER = resolve(import.meta.dirname, '../data/agreement');

/** Of the demo project only signatures of arrays are kept. */
export type DemoSource = WantedSource<Signature>;

/** By component. */
type By<T> = Record<string, T>;

/** A double difference, with what is of each station in turn. */
export interface WantedDouble {
  spans: [SecondsWindow[], SecondsWindow[]];
  sources: [DemoSource, DemoSource];
}

export interface WantedPair {
  pair: [event: string, station: string];
  /** The other station of a double difference. */
  second?: [event: string, station: string];
  stages: Partial<Record<'standardize' | 'preprocess' | 'stalta', By<By<Signature>>>>;
  geometry?: [timeOffset: number, distanceKm: number | null, backazimuthDeg: number | null];
  windows?: By<WantedWindow[]>;
  /** Number of rejected windows and their checksum. */
  rejected?: By<Partial<Record<Rejection, [count: number, checksum: number]>>>;
  sources?: By<DemoSource>;
  double?: By<WantedDouble>;
}

export interface AgreementCase {
  case: Origin & { name: string; set: Record<string, unknown> };
  pairs: WantedPair[];
}

export interface AgreementProject {
  versions: Record<string, string>;
  demo: { events: number; stations: number; seed: number };
  /** By event/station. */
  digests: Record<string, string>;
}

export function readProject(): AgreementProject {
  return JSON.parse(readFileSync(resolve(FOLDER, 'project.json'), 'utf8')) as AgreementProject;
}

export function readCases(): AgreementCase[] {
  const names = readdirSync(FOLDER).filter((name) => name !== 'project.json');
  return names.map((name) => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')) as AgreementCase);
}

/** A case's parameters: limits per sample stand in it as their first and last value.
 *  @param n  samples of the standardized traces */
export function parametersOf(set: Record<string, unknown>, n: number): Parameters {
  const { pyflex_parameters: given = {}, ...rest } = set as { pyflex_parameters?: Record<string, unknown> };
  const levels = Object.entries(given).map(([name, value]) => [name, isRamp(value) ? ramp(value.ramp, n) : value]);
  const parameters = parseParameters(JSON.stringify(rest), 'case');
  Object.assign(parameters.pyflex_parameters, Object.fromEntries(levels));
  return parameters;
}

function isRamp(value: unknown): value is { ramp: [number, number] } {
  return typeof value === 'object' && value !== null && 'ramp' in value;
}

function ramp([first, last]: [number, number], n: number): number[] {
  return Array.from({ length: n }, (_, i) => first + ((last - first) * i) / (n - 1));
}
