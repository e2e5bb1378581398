import { z } from 'zod';
import { choice, flag, number, optionalNumber, text } from './field';

export const STEPS = ['standardize', 'preprocess', 'window'] as const;
export type Step = (typeof STEPS)[number];

/** How a run is carried out. Nothing here but `steps` changes a number. */
export const executiveParameters = z.strictObject({
  max_stations: optionalNumber({
    integer: true,
    min: 1,
    max: 512,
    title: 'Stations in parallel',
    help: 'Workers per event; left out, one core stays free and memory bounds it.',
  }),
  max_events: number(1, {
    integer: true,
    min: 1,
    max: 64,
    title: 'Events in parallel',
    help: 'How many events are worked on at a time; times stations in parallel it gives the number of workers.',
  }),
  log_level: choice(['DEBUG', 'INFO', 'WARNING', 'CRITICAL'], 'INFO', {
    title: 'Log level',
    help: 'How much a pair writes into its log.',
  }),
  plot: flag(false, { title: 'Draw figures', help: 'Write a figure of each pair into the figures folder.' }),
  pair_timeout: number(600, {
    above: 0,
    unit: 's',
    title: 'Time limit per pair',
    help: 'A worker that takes longer is ended and its pair reported as failed.',
  }),
  steps: z
    .array(z.enum(STEPS))
    .default([...STEPS])
    .meta({
      title: 'Steps',
      help: 'Leave one out to skip it; without window whole traces are measured, less 1 s at both ends.',
    }),
});
export type ExecutiveParameters = z.output<typeof executiveParameters>;

const folder = (initial: string, title: string, help: string) => text(initial, { title, help });

/** Where things lie: relative to the project's folder, or absolute. Inputs may have {event_id} for the part that is an
 *  event's name, and end in a pattern of file names. */
export const pathParameters = z.strictObject({
  events: folder(
    'events',
    'Events',
    'Folder of QuakeML, CMTSOLUTION and other source files, or one file. {event_id} and a pattern of names may stand in it, as in {event_id}/DATA/CMTSOLUTION.',
  ),
  stations: folder(
    'stations',
    'Stations',
    'Folder of StationXML, STATIONS and RESP files, or one file. {event_id} and a pattern of names may stand in it.',
  ),
  observed: folder(
    'observed',
    'Observed',
    'Folder of observed waveforms: per event, or a day archive. {event_id} may stand in it. A pattern of names, as in data/*.sac, takes files that lie beside each other: they belong to the event that they are nearest to in time.',
  ),
  synthetics: folder(
    'synthetics',
    'Synthetics',
    'Folder of synthetic waveforms per event. {event_id} may stand in it. A pattern of names, as in OUTPUT_FILES/*.semd, takes files of the only event.',
  ),
  datasets: folder('datasets', 'Datasets', 'Folder that ASDF files are written to.'),
  dataset_file: folder('{event_id}.h5', 'Dataset file', 'Name of an ASDF file.'),
  adjsrcs: folder('adjsrcs', 'Adjoint sources', 'Folder that adjoint sources are written to.'),
  residuals: folder(
    'residuals',
    'Residuals',
    'Folder that the misfit of each event is written to, as SeisFlows reads it.',
  ),
  figures: folder('figures', 'Figures', 'Folder that figures are written to.'),
  logs: folder('logs', 'Logs', 'Folder that the logs of pairs are written to.'),
  misfits: folder('misfits.csv', 'Misfit table', 'File that the misfit table is written to.'),
});
export type PathParameters = z.output<typeof pathParameters>;
