import { stringify } from 'yaml';
import type { Layout, LayoutSetting } from '@/core/model';
import { EVENT_ID } from '../files/layout';

const OUTPUT_PATHS = ['datasets', 'adjsrcs', 'residuals', 'figures', 'logs'] as const;

/** The file of parameters of a layout: each path with a comment that says what it is. */
export function layoutYaml({ events, stations, observed, synthetics, outputs, settings }: Layout): string {
  const line = (key: string, value: string, comment: string) => [`  # ${comment}`, `  ${key}: ${scalar(value)}`];
  const has = (text: string) => [events, stations, observed, synthetics].some((path) => path.includes(text));
  return [
    '# Parameters of Atoa. What is left out has its default: the page Configure lists all.',
    '',
    '# Where things lie, from this folder on. Nothing is ever written where data are read.',
    ...(has(EVENT_ID) ? ["# {event_id} stands for the part of a path that is an event's name."] : []),
    ...(has('*') || has('?') ? ['# * and ? stand for any characters, and for one, in the names of files.'] : []),
    'paths:',
    ...line('events', events, 'Source files: QuakeML, CMTSOLUTION, FORCESOLUTION.'),
    ...line('stations', stations, 'Station files: StationXML, RESP, STATIONS.'),
    ...line('observed', observed, 'Observed waveforms.'),
    ...line('synthetics', synthetics, 'Synthetic waveforms.'),
    ...(outputs === ''
      ? []
      : [
          '  # What a run writes.',
          ...OUTPUT_PATHS.map((key) => `  ${key}: ${scalar(`${outputs}/${key}`)}`),
          `  misfits: ${scalar(`${outputs}/misfits.csv`)}`,
        ]),
    ...settings.filter(({ key }) => !key.includes('.')).flatMap((setting) => settingLines(setting, '')),
    ...nested(settings.filter(({ key }) => key.includes('.'))),
    '',
  ].join('\n');
}

function nested(settings: LayoutSetting[]): string[] {
  const groups = new Map<string, LayoutSetting[]>();
  for (const setting of settings) {
    const [group, key] = setting.key.split('.') as [string, string];
    groups.set(group, [...(groups.get(group) ?? []), { ...setting, key: key as LayoutSetting['key'] }]);
  }
  return [...groups].flatMap(([group, list]) => [`${group}:`, ...list.flatMap((each) => settingLines(each, '  '))]);
}

function settingLines({ key, value, reason }: LayoutSetting, indent: string): string[] {
  return [...comment(reason, indent), `${indent}${key}: ${scalar(value)}`];
}

/** On one line whatever is in it: double quotes as JSON has them are YAML, too. */
function scalar(value: string | number | boolean): string {
  const written = stringify(value, { lineWidth: 0 }).trimEnd();
  return written.includes('\n') ? JSON.stringify(value) : written;
}

/** Lines of a comment, none too long to be read beside others. */
function comment(text: string, indent: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    if (lines.at(-1)!.length + word.length > 76) lines.push('');
    lines.push(`${lines.pop()} ${word}`);
  }
  return lines.map((line) => `${indent}#${line}`);
}
