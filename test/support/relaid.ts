import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readEvents, readMiniSeed, readStations, writeCmtSolution, writeMiniSeed, writeStationsFile } from '@/formats';
import { formatTime, type SeismicEvent } from '@/core/model';

/** Parts of the demo project that are laid out in another way. */
interface Demo {
  folder: string;
  events: string[];
}

async function open(folder: string): Promise<Demo> {
  return { folder, events: (await readdir(join(folder, 'observed'))).sort() };
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { recursive: true });
}

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function eventOf({ folder }: Demo, id: string): Promise<SeismicEvent> {
  const file = join(folder, 'events', `${id}.xml`);
  return readEvents(await readFile(file), basename(file))[0]!;
}

async function stationsFile({ folder }: Demo): Promise<string> {
  const names = await readdir(join(folder, 'stations'));
  const files = await Promise.all(names.sort().map((name) => readFile(join(folder, 'stations', name))));
  return writeStationsFile(files.flatMap((bytes) => readStations(bytes, 'a.xml')));
}

/** The working folder of SPECFEM3D after one simulation, with records beside it. */
export async function asSpecfem(from: string, to: string, event: string): Promise<void> {
  const demo = await open(from);
  await put(join(to, 'DATA/CMTSOLUTION'), writeCmtSolution(await eventOf(demo, event)));
  await put(join(to, 'DATA/STATIONS'), await stationsFile(demo));
  await put(join(to, 'DATA/Par_file'), 'NPROC = 4\n');
  await copy(join(from, 'synthetics', event), join(to, 'OUTPUT_FILES'));
  await put(join(to, 'OUTPUT_FILES/output_solver.txt'), ' Time step 1\n');
  await copy(join(from, 'stations'), join(to, 'stationxml'));
  await copy(join(from, 'observed', event), join(to, 'seed'));
}

/** A folder for each run of SPECFEM3D. */
export async function asRuns(from: string, to: string): Promise<void> {
  const demo = await open(from);
  for (const event of demo.events) {
    await put(join(to, event, 'DATA/CMTSOLUTION'), writeCmtSolution(await eventOf(demo, event)));
    await put(join(to, event, 'DATA/STATIONS'), await stationsFile(demo));
    await copy(join(from, 'synthetics', event), join(to, event, 'OUTPUT_FILES'));
    await copy(join(from, 'observed', event), join(to, event, 'records'));
  }
  await copy(join(from, 'stations'), join(to, 'instruments'));
}

/** The working folder of SeisFlows. */
export async function asSeisFlows(from: string, to: string): Promise<void> {
  const demo = await open(from);
  for (const event of demo.events) {
    await put(join(to, 'specfem_data', `CMTSOLUTION_${event}`), writeCmtSolution(await eventOf(demo, event)));
    const solver = join(to, 'scratch/solver', event);
    await copy(join(from, 'observed', event), join(solver, 'traces/obs'));
    await copy(join(from, 'synthetics', event), join(solver, 'traces/syn'));
    await put(join(solver, 'DATA/STATIONS'), await stationsFile(demo));
    await mkdir(join(solver, 'traces/adj'), { recursive: true });
  }
  await symlink(demo.events[0]!, join(to, 'scratch/solver/mainsolver'));
  await put(join(to, 'specfem_data/STATIONS'), await stationsFile(demo));
  await copy(join(from, 'stations'), join(to, 'responses'));
  await put(join(to, 'parameters.yaml'), 'workflow: inversion\n');
  await mkdir(join(to, 'logs'), { recursive: true });
}

/** Records in an archive of days, synthetics in a folder for each event. */
export async function asArchive(from: string, to: string): Promise<void> {
  const demo = await open(from);
  const days = new Map<string, Uint8Array[]>();
  for (const event of demo.events) {
    await copy(join(from, 'events', `${event}.xml`), join(to, 'catalogue', `${event}.xml`));
    await copy(join(from, 'synthetics', event), join(to, 'simulated', event));
    for (const name of await readdir(join(from, 'observed', event))) {
      for (const trace of readMiniSeed(await readFile(join(from, 'observed', event, name)), name)) {
        const { network, station, location, channel } = trace;
        const year = formatTime(trace.starttime, 0).slice(0, 4);
        const day = (trace.starttime / 1_000_000n - BigInt(Date.UTC(Number(year), 0, 1))) / 86_400_000n + 1n;
        const file = `${network}.${station}.${location}.${channel}.D.${year}.${String(day).padStart(3, '0')}`;
        const path = join('sds', year, network, station, `${channel}.D`, file);
        const bytes = writeMiniSeed([trace], { encoding: 'steim2', recordLength: 4096 });
        days.set(path, [...(days.get(path) ?? []), bytes]);
      }
    }
  }
  for (const [path, parts] of days) await put(join(to, path), Buffer.concat(parts));
  await copy(join(from, 'stations'), join(to, 'inventory'));
}

/** Records beside each other in one folder, under names that tell nothing; sources and stations in the folder above. */
export async function asLooseFiles(from: string, to: string): Promise<void> {
  const demo = await open(from);
  let count = 0;
  for (const event of demo.events) {
    await copy(join(from, 'events', `${event}.xml`), join(to, `${event}.xml`));
    await copy(join(from, 'synthetics', event), join(to, 'model7', event));
    for (const name of await readdir(join(from, 'observed', event))) {
      await copy(join(from, 'observed', event, name), join(to, 'downloads', `rec${String(count++).padStart(4, '0')}`));
    }
  }
  for (const name of await readdir(join(from, 'stations'))) {
    await copy(join(from, 'stations', name), join(to, 'meta', name));
  }
}
