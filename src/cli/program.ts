import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { ConfigError } from '@/core/config';
import { EARTH_MODELS } from '@/core/traveltime';
import { RunError, type NodeLauncher } from '@/executive';
import { TABLE_FORMATS } from '@/inspector';
import { ProjectError } from '@/project';
import { list, withFilter } from './filter';
import { refuseNowhere } from './place';
import { applicationRoot } from './root';
import { UsageError } from './usage';
import { applicationVersion } from './version';

const BAD_USAGE = 2;

/** Runs the `atoa` command. Commands load their code when they are called, so that each starts fast.
 *  @param args without the program's name
 *  @param early has started workers for a run
 *  @returns the exit code: 0 done, 1 some pairs failed, 2 bad usage or configuration, 130 cancelled */
export async function main(args: string[], early: NodeLauncher | null): Promise<number> {
  let exitCode = 0;
  const program = commands((code) => (exitCode = code), early);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_USAGE;
    return report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof ConfigError || error instanceof UsageError) {
    console.error(`atoa: ${error.message}`);
    return BAD_USAGE;
  }
  if (error instanceof ProjectError) {
    console.error(`atoa: ${error.message}${error.advice === null ? '' : `\n      ${error.advice}`}`);
    return BAD_USAGE;
  }
  if (error instanceof RunError) {
    const { message, advice } = error.failure;
    console.error(`atoa: ${message}${advice === null ? '' : `\n      ${advice}`}`);
    return 1;
  }
  console.error(error instanceof Error ? `atoa: ${error.message}` : `atoa: ${String(error)}`);
  return 1;
}

function commands(done: (exitCode: number) => void, early: NodeLauncher | null): Command {
  const program = new Command('atoa')
    .description('Measures the misfit between observed and synthetic seismograms of every event/station pair.')
    .version(applicationVersion(applicationRoot()))
    .exitOverride()
    .configureHelp({ optionDescription })
    .showSuggestionAfterError();

  program
    .command('open', { isDefault: true })
    .description('open the desktop window, or the browser where there can be none')
    // A mistyped command is one to open with arguments of its own: the word is what is wrong, not how many there are.
    .allowExcessArguments()
    .argument('[project]', 'project folder, or its file of parameters')
    .option('--browser', 'open the browser even where there could be a window', false)
    .action(async (project: string | undefined, options: { browser: boolean }, { args }: Command) => {
      if (project !== undefined) refuseNowhere(project, program);
      if (args.length > 1) throw new UsageError(`one project can be opened, not ${args.length}`);
      done(await (await import('./commands/open')).open(project, options));
    });

  program
    .command('serve')
    .description('serve the application to a browser on this machine')
    .argument('[project]', 'project folder')
    .option('--port <number>', 'port; any free one where left out', wholeNumber(0, 65_535), 0)
    .option('--no-open', 'only print the address')
    .action(async (project: string | undefined, options: { port: number; open: boolean }) => {
      if (project !== undefined) refuseNowhere(project, null);
      done(await (await import('./commands/serve')).serve(project, options));
    });

  program
    .command('run')
    .description('process the pairs of a project')
    .argument('<project>', 'project folder', named)
    .option('--events <ids>', 'only these events, with commas; * and ? are wildcards', list, [])
    .option('--stations <codes>', 'only these, as NN.SSS.LL.CCC with commas; * and ? are wildcards', list, [])
    .option('--min-distance <km>', 'only pairs of at least this distance', within(0, 20_100))
    .option('--max-distance <km>', 'only pairs of at most this distance', within(0, 20_100))
    .option('--min-azimuth <degrees>', 'only pairs of this azimuth or more, from event to station', within(0, 360))
    .option('--max-azimuth <degrees>', 'or less; less than the other for a sector through north', within(0, 360))
    .option('--max-events <number>', 'events in parallel', wholeNumber(1))
    .option('--max-stations <number>', 'stations in parallel, per event', wholeNumber(1))
    .option('--set <key=value>', 'set a parameter; dots for nested keys; may be repeated', collect, [])
    .option('--config <file>', 'parameters, instead of the atoa.yaml of the project')
    .option('--from <file>', 'do a run again that `atoa export --rerun` has written down; says what is different now')
    .option('--out <folder>', 'put all outputs there instead of into the project', named)
    .option('--fresh', 'process everything again, whatever is done already', false)
    .option('--retry-failed', 'only the pairs that have failed so far, again', false)
    .option('--plot', 'write a figure of each pair', false)
    .option('--json', 'print one line of JSON a pair, and nothing else', false)
    .option('--quiet', 'print nothing but errors', false)
    .addHelpText(
      'after',
      '\nExits with 0 when all pairs are done, 1 when some failed, 2 for bad usage or configuration, 130 when cancelled.',
    )
    .action(async (project: string, options) => {
      // Before the rest of the program is loaded: processes take a while to start.
      const { startLauncher } = await import('./launcher');
      const launcher = startLauncher((options.maxEvents ?? 1) * (options.maxStations ?? 1), early);
      try {
        done(await (await import('./commands/run')).run(project, options, launcher));
      } finally {
        launcher.dispose();
      }
    });

  program
    .command('init')
    .description('find out how a folder is laid out, and make it a project by writing atoa.yaml')
    .argument('<folder>', 'folder of SPECFEM, SeisFlows, an SDS archive, ASDF files, or loose ones', named)
    .option('--yes', 'write without asking', false)
    .option('--layout <number>', 'which proposal', wholeNumber(1), 1)
    .option('--events <path>', 'source files, from the folder on; {event_id}, * and ? may stand in paths')
    .option('--stations <path>', 'station files')
    .option('--observed <path>', 'observed waveforms')
    .option('--synthetics <path>', 'synthetic waveforms')
    .option('--json', 'print JSON', false)
    .action(async (folder: string, options) => {
      done(await (await import('./commands/init')).init(folder, options));
    });

  program
    .command('inspect')
    .description('show what a project holds and what is missing')
    .argument('<project>', 'project folder', named)
    .option('--config <file>', 'parameters, instead of the atoa.yaml of the project')
    .option('--json', 'print JSON', false)
    .action(async (project: string, options) => {
      done(await (await import('./commands/inspect')).inspect(project, options));
    });

  withFilter(
    program
      .command('export')
      .description('write what the last run has given: tables, adjoint sources, or what a re-run needs')
      .argument('<project>', 'project folder', named),
  )
    .addOption(
      new Option('--table <name>', 'which table; pairs is an older name of stations')
        .choices(['misfits', 'windows', 'stations', 'pairs'])
        .default('misfits'),
    )
    .addOption(
      new Option('--format <name>', 'by the ending of the output where left out; csv where that tells none').choices(
        TABLE_FORMATS,
      ),
    )
    .option(
      '--columns <names>',
      'atoa, pyatoa (as its Inspector names them), or names of columns with commas',
      list,
      [],
    )
    .option('--adjoint-sources', 'instead of a table: SEM/*.adj and STATIONS_ADJOINT of each event, in a folder', false)
    .option('--rerun', 'instead of a table: all that `atoa run --from` needs to do the run again', false)
    .option('-o, --output <file>', 'file to write; standard output where left out')
    .option('--out <folder>', 'folder that `atoa run --out` wrote to', named)
    .option('--set <key=value>', 'set a parameter as the run had it; may be repeated', collect, [])
    .option('--config <file>', 'parameters, instead of the atoa.yaml of the project')
    .action(async (project: string, options) => {
      done(await (await import('./commands/export')).exportResults(project, options));
    });

  program
    .command('figure')
    .description('compute a pair and write its figure')
    .argument('<project>', 'project folder', named)
    .argument('<event>', 'event id')
    .argument('<station>', 'station code NN.SSS')
    .addOption(
      new Option('--format <name>', 'by the ending of the output where left out').choices(['png', 'svg', 'pdf']),
    )
    .option('-o, --output <file>', 'file to write; <event>_<NN>_<SSS> here where left out')
    .option('--width <cm>', 'width on paper', decimal, 25)
    .option('--dpi <number>', 'of PNG: pixels per inch', wholeNumber(30), 150)
    .option('--set <key=value>', 'set a parameter; may be repeated', collect, [])
    .option('--config <file>', 'parameters, instead of the atoa.yaml of the project')
    .action(async (project: string, event: string, station: string, options) => {
      const { startLauncher } = await import('./launcher');
      const launcher = startLauncher(1);
      try {
        done(await (await import('./commands/figure')).figure(project, { event, station }, options, launcher));
      } finally {
        launcher.dispose();
      }
    });

  program
    .command('arrivals')
    .description('print theoretical arrivals in a layered Earth')
    .addOption(new Option('--model <name>', 'Earth model').choices(EARTH_MODELS).default('ak135'))
    .requiredOption('--depth <km>', 'depth of the source, 0 to 800 km', decimal)
    .requiredOption('--distance <degrees>', 'epicentral distance, 0 to 180 degrees', decimal)
    .option('--phases <names>', 'only these, with commas, as in P,S,Pdiff; the usual ones where left out', list, [])
    .option('--json', 'print JSON', false)
    .action(async (options) => {
      done((await import('./commands/arrivals')).printArrivals(options));
    });

  program
    .command('presets')
    .description('list published window parameters, or show one set of them')
    .argument('[name]', 'a set, as pyflex_preset takes it')
    .option('--json', 'print JSON', false)
    .action(async (name: string | undefined, options: { json: boolean }) => {
      done((await import('./commands/presets')).printPresets(name, options));
    });

  program
    .command('demo')
    .description('make a synthetic project to try things on')
    .argument('<folder>', 'new folder', named)
    .option('--events <number>', 'number of events', wholeNumber(1), 10)
    .option('--stations <number>', 'number of stations', wholeNumber(1), 20)
    .option('--seed <number>', 'seed of the noise', wholeNumber(0), 1)
    .action(async (folder: string, options) => {
      done(await (await import('./commands/demo')).demo(folder, options));
    });

  return program;
}

/** Without the defaults that say nothing: a switch that is off, an empty list. */
function optionDescription(option: Option): string {
  const { defaultValue } = option;
  const isNothing = defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0);
  const told = isNothing ? Object.assign(Object.create(option) as Option, { defaultValue: undefined }) : option;
  return new Help().optionDescription(told);
}

const collect = (text: string, before: string[]): string[] => [...before, text];

/** Nothing is what a variable of a shell gives that is not set. */
function named(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('It must not be empty.');
}

function decimal(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('It must be a number.');
  return number;
}

function within(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = decimal(text);
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be within ${least} to ${most}.`);
  };
}

function wholeNumber(least: number, most = Infinity): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    const limits = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It must be a whole number ${limits}.`);
  };
}
