import type { Parameters } from '@/core/config';
import { toFailure } from '@/core/model';
import { standing, type PairInput, type PairResult } from '@/core/pair';
import type {
  AsdfReply,
  AsdfRequest,
  DrawReply,
  PairContext,
  PairReply,
  PairRequest,
  PairTask,
  ProcessReply,
} from '@/executive';
import { DatasetError, LibraryError } from '@/dataset';
import { Gatherer, readAsdfContent } from '@/project';
import { computed, seconds } from './compute';
import { curvesOf } from './curves';
import { measureEvent } from './differences';
import { FigurePress } from './figurePress';
import { readFixedWindows } from './fixedWindows';
import { hostIsGone } from './host';
import { Inspection } from './inspection';
import { LogBook } from './log';
import { emptyResult, outcomeOf } from './outcome';
import { readStored } from './stored';
import { writeOutputs, type Computed } from './outputs';
import { withDifferences } from './storedDifferences';

type DrawRequest = Extract<PairRequest, { kind: 'draw' }>;

/** What one worker does; between pairs it keeps parsed events and stations, and pairs that are looked at whole. */
export class PairWorker {
  readonly #context: PairContext | null;
  readonly #gatherer = new Gatherer();
  readonly #inspection = new Inspection(this.#gatherer);
  readonly #press = new FigurePress();

  /** @param context null for one that only inspects */
  constructor(context: PairContext | null) {
    this.#context = context;
  }

  async answer(request: PairRequest): Promise<PairReply> {
    if (request.kind === 'inspect') return this.#inspection.answer(request);
    if (request.kind === 'asdf') return readAsdf(request);
    if (request.kind === 'draw') return this.#draw(request);
    if (request.kind === 'bind') return this.#press.bind(request.book);
    if (request.kind === 'evaluations' || request.kind === 'stored' || request.kind === 'section') {
      return readStored(request);
    }
    if (request.kind === 'curves') return curvesOf(request);
    if (this.#context === null) throw new Error('this worker only inspects');
    if (request.kind === 'differences') return measureEvent(request.held, this.#context);
    return this.#process(request.task, this.#context);
  }

  async #process(task: PairTask, context: PairContext): Promise<ProcessReply> {
    const began = seconds();
    const { parameters } = context;
    const log = new LogBook(task, parameters.executive.log_level);
    const { input, result } = await this.#compute(task, parameters, log);
    // A new run may own the project by now.
    if (hostIsGone()) process.exit(0);
    const figure = parameters.executive.plot ? await drawn(task, input, result, parameters) : null;
    const { adjoints, failure } = writeOutputs(task, context, { input, result, figure }, log);
    const outcome = outcomeOf(task, result, seconds() - began);
    if (failure) return { kind: 'processed', outcome: { ...outcome, status: 'failed', error: failure }, adjoints };
    return { kind: 'processed', outcome, adjoints };
  }

  async #draw({ pair, parameters, style, place, stored, ...looked }: DrawRequest): Promise<DrawReply> {
    const log = new LogBook(pair, parameters.executive.log_level);
    const { input, result } = await this.#compute({ ...pair, ...looked }, parameters, log);
    const places = { event: input?.event ?? null, station: input?.station ?? null };
    const drawn = { key: pair, ...places, parameters, result: await withDifferences(result, pair, parameters, stored) };
    return this.#press.print({ ...drawn, span: style.span }, style, place);
  }

  async #compute(
    { files, station, windows, hand }: Pick<PairTask, 'files' | 'station' | 'windows' | 'hand'>,
    parameters: Parameters,
    log: LogBook,
  ): Promise<Omit<Computed, 'figure'>> {
    const began = seconds();
    try {
      const gathered = await this.#gatherer.gather(files, parameters);
      const fixed = windows && (await readFixedWindows(windows, station));
      const read = seconds() - began;
      const result = computed({ gathered, windows, fixed, hand }, parameters, log);
      result.timings.read = read;
      return { input: { ...gathered, fixed, hand }, result };
    } catch (error) {
      return { input: null, result: emptyResult(toFailure(error, 'gather'), standing(hand)) };
    }
  }
}

async function readAsdf({ file, known }: AsdfRequest): Promise<AsdfReply> {
  try {
    return { kind: 'asdf', content: await readAsdfContent(file, known) };
  } catch (error) {
    const isSpoiled = !(error instanceof DatasetError) || error instanceof LibraryError;
    return { kind: 'asdf', content: null, message: (error as Error).message, isSpoiled };
  }
}

/** A figure that cannot be drawn is no reason to lose a measurement. */
async function drawn(
  { event, station }: PairTask,
  input: PairInput | null,
  result: PairResult,
  parameters: Parameters,
): Promise<Uint8Array | null> {
  if (result.components.length === 0) return null;
  const began = seconds();
  try {
    // Loaded when the first figure is wanted: fonts and coastlines take a while.
    const { drawPair, toPng } = await import('@/figures');
    const places = { event: input?.event ?? null, station: input?.station ?? null };
    const drawing = drawPair({ key: { event, station }, ...places, parameters, result });
    return toPng(drawing, drawing.width);
  } catch (error) {
    result.warnings.push(`no figure: ${toFailure(error, 'figure').message}`);
    return null;
  } finally {
    result.timings.figure = seconds() - began;
  }
}
