import type { ExecutiveParameters, Parameters } from '@/core/config';
import type { HandDecision, PairKey, PairLimits } from '@/core/model';
import type { Launcher } from './processes/launcher';
import type { Logger } from './processes/logger';

/** What an executive takes, under the names of Pyatoa's; what is left out is as the project's configuration says. */
export interface ExecutiveOptions {
  launcher: Launcher;
  /** The application's log; without one nothing is told. */
  logger?: Logger;
  /** Ids of the events to process; all where left out or empty. */
  eventIds?: string[];
  /** Codes NN.SSS.LL.CCC with wildcards * and ? in every part; all where left out or empty. */
  stationCodes?: string[];
  /** Only pairs within these limits of distance and azimuth; all where left out. */
  pairs?: PairLimits | undefined;
  /** Leave out pairs that lack what they are measured from; otherwise they fail, and say so. */
  readyOnly?: boolean;
  /** Stations in parallel: 4, or fewer where cores or memory are short. Times `maxEvents`: the number of workers. */
  maxStations?: number;
  /** Events in parallel (1). */
  maxEvents?: number;
  logLevel?: ExecutiveParameters['log_level'];
  /** Folders of outputs, relative to the project or absolute. */
  datasets?: string;
  figures?: string;
  logs?: string;
  adjsrcs?: string;
  /** Name of a dataset: `{event_id}.h5`. */
  datasetFile?: string;
  /** Draw a figure of each pair. */
  plot?: boolean;
  /** Folder that all outputs go to instead of the project, the journal too. */
  out?: string;
  /** Process everything again, whatever is done already. */
  fresh?: boolean;
  /** Of the selection just these, and these again, whatever is done already. Of a double difference the others of their
   *  events come along: stations are compared with each other. */
  again?: PairKey[];
  /** Decisions by hand that were made elsewhere: they are put into the journal, and hold unless later ones are there. */
  decisions?: HandDecision[];
}

/** The parameters with what the options say in place. */
export function withOptions(parameters: Parameters, options: ExecutiveOptions): Parameters {
  const { paths, executive } = parameters;
  return {
    ...parameters,
    executive: {
      ...executive,
      max_stations: options.maxStations ?? executive.max_stations,
      max_events: options.maxEvents ?? executive.max_events,
      log_level: options.logLevel ?? executive.log_level,
      plot: options.plot ?? executive.plot,
    },
    paths: {
      ...paths,
      datasets: options.datasets ?? paths.datasets,
      figures: options.figures ?? paths.figures,
      logs: options.logs ?? paths.logs,
      adjsrcs: options.adjsrcs ?? paths.adjsrcs,
      dataset_file: options.datasetFile ?? paths.dataset_file,
    },
  };
}
