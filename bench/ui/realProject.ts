import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluationPath, parseParameters } from '@/core/config';
import type { SeismicEvent, Station } from '@/core/model';
import { planDemo } from '@/demo';
import { configDigest } from '@/executive';
import { writeQuakeml, writeStationXml } from '@/formats';
import { fakeOutcome } from '../../test/support/fakePair';
import { configuration } from '../cases/bfz';
import { numbered } from '../cases/case';
import { link, put } from '../cases/folder';
import { longWaveforms, PERIODS } from '../cases/long';
import { run } from '../children';

/** Pairs that are really run, all of the first event. */
export const RUN = 40;

const codeOf = ({ network, code }: Station) => `${network}.${code}`;

/** A project of pairs of three components of 24,000 samples. The first are run by the application; the others share one
 *  pair's waveforms, and made-up outcomes stand in the journal for them.
 *  @param app folder of the built application
 *  @param home folder that stands for the user's home
 *  @returns its folder */
export async function makeRealProject(
  folder: string,
  size: { events: number; stations: number },
  app: string,
  home: string,
): Promise<string> {
  const project = join(folder, 'wide');
  const plan = planDemo(size);
  const events = plan.events.map((event, i) => ({ ...event, id: numbered('E', i) }));
  const yaml = `${configuration(PERIODS)}st_obs_type: syn\n`;
  put(join(project, 'atoa.yaml'), yaml);
  for (const event of events) put(join(project, 'events', `${event.id}.xml`), writeQuakeml(event));
  for (const station of plan.stations) {
    const bare = { ...station, channels: station.channels.map((each) => ({ ...each, response: null })) };
    put(join(project, 'stations', `${codeOf(station)}.xml`), writeStationXml([bare]));
  }
  for (const event of events) putWaveforms(project, event, plan.stations, event === events[0]);

  const real = plan.stations.slice(0, RUN).map(codeOf);
  const atoa = join(app, 'bin/atoa.mjs');
  const chosen = ['--events', events[0]!.id, '--stations', real.map((code) => `${code}.*.*`).join()];
  await run(process.execPath, [atoa, 'run', project, '--quiet', ...chosen], folder, { HOME: home });
  const parameters = parseParameters(yaml, 'atoa.yaml');
  const heads = { kind: 'pair', evaluation: evaluationPath(parameters), config: configDigest(parameters), inputs: '' };
  for (const { id: event } of events) {
    const lines = plan.stations.map(codeOf).map((station) => {
      if (event === events[0]!.id && real.includes(station)) return '';
      const outcome = fakeOutcome({ event, station });
      const { status, error } = outcome;
      const line = { ...heads, event, station, status, stage: error?.stage ?? null, adjoints: [], outcome };
      return `${JSON.stringify(line)}\n`;
    });
    appendFileSync(join(project, '.atoa/journal.jsonl'), lines.join(''));
  }
  return project;
}

function putWaveforms(project: string, event: SeismicEvent, stations: readonly Station[], isFirst: boolean): void {
  const place = (side: string, id: string, station: Station, letter: string) =>
    join(project, side, id, `${codeOf(station)}.BX${letter}.semd`);
  stations.forEach((station, i) => {
    if (isFirst && i < RUN) {
      for (const { letter, observed, synthetic } of longWaveforms(event, station, i)) {
        put(place('observed', event.id, station, letter), observed);
        put(place('synthetics', event.id, station, letter), synthetic);
      }
      return;
    }
    for (const side of ['observed', 'synthetics']) {
      for (const letter of ['E', 'N', 'Z']) {
        link(place(side, 'E001', stations[0]!, letter), place(side, event.id, station, letter));
      }
    }
  });
}
