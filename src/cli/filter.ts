import { InvalidArgumentError, Option, type Command } from 'commander';
import { ALL_ROWS, type Range, type RowFilter, type RowStatus } from '@/inspector';

/** Which pairs or rows are wanted, as the command line says it. */
export interface FilterOptions {
  event: string[];
  station: string[];
  component: string[];
  status: RowStatus[];
  misfit: Range;
  cc: Range;
  dt: Range;
  withWindows: boolean;
}

export function filterOf(options: FilterOptions): RowFilter {
  const { event, station, component, status, misfit, cc, dt, withWindows } = options;
  return { ...ALL_ROWS, events: event, stations: station, components: component, status, misfit, cc, dt, withWindows };
}

/** Adds the options of a filter to a command. */
export function withFilter(command: Command): Command {
  const range = (flag: string, text: string) =>
    new Option(`${flag} <range>`, text).argParser(parseRange).default(ANY, 'any');
  return command
    .option('--event <ids>', 'only these events, with commas; * and ? are wildcards', list, [])
    .option('--station <codes>', 'only these, as NN.SSS with commas; * and ? are wildcards', list, [])
    .option('--component <letters>', 'only these components, with commas', list, [])
    .option('--status <names>', 'only these, with commas: done, empty (without windows), failed', statuses, [])
    .addOption(range('--misfit', 'misfit within a range, as in 0.5:2 or :3'))
    .addOption(range('--cc', 'windows with a correlation in a range, as in 0.8:'))
    .addOption(range('--dt', 'windows with a time shift in a range, s, as in -2:2'))
    .option('--with-windows', 'only pairs with windows', false);
}

export const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const ANY: Range = { min: null, max: null };
const STATUSES: readonly string[] = ['done', 'empty', 'failed'] satisfies RowStatus[];

function statuses(text: string): RowStatus[] {
  const names = list(text);
  const wrong = names.find((name) => !STATUSES.includes(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${STATUSES.join(', ')}.`);
  return names as RowStatus[];
}

/** MIN:MAX, either of them left out for none. */
function parseRange(text: string): Range {
  const [min = '', max, ...more] = text.split(':').map((part) => part.trim());
  const numbers = [min, max ?? ''].map((part) => (part === '' ? null : Number(part)));
  if (max === undefined || more.length > 0 || numbers.some((number) => Number.isNaN(number))) {
    throw new InvalidArgumentError('It must be a range: MIN:MAX, MIN: or :MAX.');
  }
  const [least, most] = numbers as [number | null, number | null];
  if (least !== null && most !== null && least > most) {
    throw new InvalidArgumentError('Its first number must not be above its second.');
  }
  return { min: least, max: most };
}
