import { resolve } from 'node:path';
import type { ExportReport, ExportResult, Input } from '@/api';
import { FigureMaker, figureName, suggestedWorkers, type FigureReport } from '@/executive';
import { chosenPairs } from '@/inspector';
import { outputFolders, refuseInputs } from '@/project';
import type { Desks } from '../desks';
import { SessionError } from '../error';
import { Findings } from './findings';

type FigureDesks = Pick<Desks, 'host' | 'project' | 'exits' | 'exporting'>;

/** Saves the figure of one pair where the user says, or leaves it for the page to download. */
export async function exportFigure(desks: FigureDesks, input: Input<'exportFigure'>): Promise<ExportResult> {
  const { event, station, span, ...style } = input;
  const { project } = desks.project;
  const pair = { event, station };
  const name = figureName(pair).replace(/png$/, style.format);
  return desks.exits.save(name, style.format, async (file) => {
    const { failures } = await makerOf(desks, 1).make({ project, pairs: [pair], style: { ...style, span }, file });
    if (failures[0]) throw new SessionError(failures[0].failure.code, failures[0].failure.message);
  });
}

/** Starts making the figures of all pairs that a filter leaves.
 *  @throws SessionError where it leaves none, or another export goes */
export async function startFigures(desks: FigureDesks, input: Input<'startFigures'>): Promise<{ started: boolean }> {
  const { filter, layout, folder, format, widthCm, dpi } = input;
  desks.exporting.refuseWhileGoing();
  const { project } = desks.project;
  const chosen = [...chosenPairs(desks.project.outcomes.all(), filter)];
  const pairs = chosen.map(({ event, station }) => ({ event, station }));
  if (pairs.length === 0) throw new SessionError('no-pairs', 'No pair passes the filter.', 'Widen the filter.');
  const order = { project, pairs, style: { format, widthCm, dpi, span: null } };
  const maker = makerOf(desks, suggestedWorkers());
  const cancel = () => maker.cancel();
  const job = { what: 'figures' as const, total: pairs.length, cancel };
  if (layout === 'each') {
    const place = folder === null ? outputFolders(project).figures : resolve(project.path, folder);
    refuseInputs(project, place);
    return desks.exporting.start({
      ...job,
      work: async (advance) => ({
        ...reportOf(await maker.make({ ...order, folder: place }, advance)),
        ...{ path: place, download: null },
      }),
    });
  }
  if (format !== 'pdf') throw new SessionError('not-one-file', 'Only a PDF holds many figures.', 'Choose PDF.');
  const name = 'figures.pdf';
  const place = await desks.exits.ask(name, 'pdf');
  if (place === null) return { started: false };
  return desks.exporting.start({
    ...job,
    async work(advance) {
      let made: FigureReport = { made: 0, failures: [] };
      const delivered = await desks.exits.deliver(place, name, async (file) => {
        made = await maker.make({ ...order, file }, advance);
      });
      return { ...reportOf(made), ...delivered };
    },
  });
}

function makerOf({ host }: FigureDesks, workers: number): FigureMaker {
  return new FigureMaker({ launcher: host.launcher, logger: host.log }, workers);
}

function reportOf({ made, failures }: FigureReport): Omit<ExportReport, 'path' | 'download'> {
  const findings = new Findings();
  for (const { pair, failure } of failures) findings.add(`${pair.event} ${pair.station}: ${failure.message}`);
  return { files: made, problems: findings.shown, problemCount: findings.count };
}
