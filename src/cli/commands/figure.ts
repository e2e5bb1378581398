import { extname, resolve } from 'node:path';
import { FigureMaker, figureName, openApart, RunError, type FigureStyle, type Launcher } from '@/executive';
import { fileLog } from '../log';
import { userDataFolder } from '../root';
import { refuseWithoutFolder } from '../place';
import { UsageError } from '../usage';

export interface FigureOptions {
  /** By the ending of the output where left out; PNG else. */
  format?: FigureStyle['format'];
  /** The pair's own name in the working folder where left out. */
  output?: string;
  width: number;
  dpi: number;
  set: string[];
  config?: string;
}

const FORMATS: readonly FigureStyle['format'][] = ['png', 'svg', 'pdf'];
const OTHER_PICTURES = ['jpg', 'jpeg', 'gif', 'tif', 'tiff', 'webp', 'bmp', 'eps', 'ps'];

/** Computes a pair and writes its figure.
 *  @throws UsageError for a pair that the project does not have, and for a format there is not; RunError where it cannot
 *  be written */
export async function figure(
  folder: string,
  pair: { event: string; station: string },
  options: FigureOptions,
  launcher: Launcher,
): Promise<number> {
  const { output, width, dpi, set, config } = options;
  if (output !== undefined) refuseWithoutFolder(output);
  const format = options.format ?? formatByEnding(output);
  const project = await openApart(
    folder,
    { overrides: set, ...(config === undefined ? {} : { config }) },
    { launcher },
  );
  if (!project.events.has(pair.event))
    throw new UsageError(`there is no event ${pair.event}; \`atoa inspect\` lists all`);
  if (!project.stations.has(pair.station)) {
    throw new UsageError(`there is no station ${pair.station}; \`atoa inspect\` lists all, as NN.SSS`);
  }
  const file = resolve(output ?? figureName(pair).replace(/png$/, format));
  const maker = new FigureMaker({ launcher, logger: fileLog(userDataFolder()) }, 1);
  const style = { format, widthCm: width, dpi, span: null };
  const { failures } = await maker.make({ project, pairs: [pair], style, file });
  if (failures[0]) throw new RunError(failures[0].failure);
  // Who has not named it wants to know where it is.
  if (output === undefined) console.log(file);
  return 0;
}

/** @throws UsageError for the ending of a picture that is written by none: its file would hold something else */
function formatByEnding(file = ''): FigureStyle['format'] {
  const ending = extname(file).slice(1).toLowerCase();
  if (OTHER_PICTURES.includes(ending)) {
    throw new UsageError(`${file}: figures are written as ${FORMATS.join(', ')}; name one of these, or give --format`);
  }
  return FORMATS.find((format) => format === ending) ?? 'png';
}
