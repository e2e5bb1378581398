import { performance } from 'node:perf_hooks';
import type { Parameters } from '@/core/config';
import { toFailure } from '@/core/model';
import { processPair, type FixedWindows, type PairInput, type PairResult } from '@/core/pair';
import type {
  AsdfReply,
  AsdfRequest,
  DrawReply,
  InspectReply,
  PairContext,
  PairReply,
  PairRequest,
  PairTask,
  ProcessReply,
  WindowSource,
} from '@/executive';
import { Gatherer, readAsdfContent, type GatheredPair } from '@/project';
import { detailOf } from './detail';
import { measureEvent } from './differences';
import { FigurePress } from './figurePress';
import { readFixedWindows } from './fixedWindows';
import { GatheredPairs } from './gatheredPairs';
import { hostIsGone } from './host';
import { LogBook } from './log';
import { emptyResult, outcomeOf } from './outcome';
import { writeOutputs, type Computed } from './outputs';
import { withDifferences } from './storedDifferences';

type InspectRequest = Extract<PairRequest, { kind: 'inspect' }>;
type DrawRequest = Extract<PairRequest, { kind: 'draw' }>;

/** What one worker does; between pairs it keeps parsed events and stations, and pairs that are looked at whole. */
export class PairWorker {
  readonly #context: PairContext | null;
  readonly #gatherer = new Gatherer();
  readonly #looked = new GatheredPairs(this.#gatherer);
  readonly #press = new FigurePress();

  /** @param context null for one that only inspects */
  constructor(context: PairContext | null) {
    this.#context = context;
  }

  async answer(request: PairRequest): Promise<PairReply> {
    if (request.kind === 'inspect') return this.#inspect(request);
    if (request.kind === 'asdf') return readAsdf(request);
    if (request.kind === 'draw') return this.#draw(request);
    if (request.kind === 'bind') return this.#press.bind(request.book);
    if (this.#context === null) throw new Error('this worker only inspects');
    if (request.kind === 'differences') return measureEvent(request.held, this.#context);
    return this.#process(request.task, this.#context);
  }

  async #process(task: PairTask, context: PairContext): Promise<ProcessReply> {
    const began = seconds();
    const { parameters } = context;
    const log = new LogBook(task, parameters.executive.log_level);
    const { input, result } = await this.#compute(
      () => this.#gatherer.gather(task.files, parameters),
      task,
      parameters,
      log,
    );
    // A new run may own the project by now.
    if (hostIsGone()) process.exit(0);
    const figure = parameters.executive.plot ? await drawn(task, input, result, parameters) : null;
    const { adjoints, failure } = writeOutputs(task, context, { input, result, figure }, log);
    const outcome = outcomeOf(task, result, seconds() - began);
    if (failure) return { kind: 'processed', outcome: { ...outcome, status: 'failed', error: failure }, adjoints };
    return { kind: 'processed', outcome, adjoints };
  }

  async #inspect({ pair, files, windows, parameters, width }: InspectRequest): Promise<InspectReply> {
    const log = new LogBook(pair, parameters.executive.log_level);
    const { result } = await this.#compute(
      () => this.#looked.get(files, parameters),
      { ...pair, windows },
      parameters,
      log,
    );
    log.conclude(result);
    return { kind: 'inspected', detail: detailOf(result, parameters, width, log.text) };
  }

  async #draw({ pair, files, windows, parameters, style, place, stored }: DrawRequest): Promise<DrawReply> {
    const log = new LogBook(pair, parameters.executive.log_level);
    const gather = () => this.#gatherer.gather(files, parameters);
    const { input, result } = await this.#compute(gather, { ...pair, windows }, parameters, log);
    const places = { event: input?.event ?? null, station: input?.station ?? null };
    const drawn = { key: pair, ...places, parameters, result: await withDifferences(result, pair, parameters, stored) };
    return this.#press.print({ ...drawn, span: style.span }, style, place);
  }

  async #compute(
    gather: () => Promise<GatheredPair>,
    { station, windows }: Pick<PairTask, 'station' | 'windows'>,
    parameters: Parameters,
    log: LogBook,
  ): Promise<Omit<Computed, 'figure'>> {
    const began = seconds();
    try {
      const gathered = await gather();
      const fixed = windows && (await readFixedWindows(windows, station));
      const input = { ...gathered, fixed };
      const read = seconds() - began;
      const result = processPair(input, parameters, log.write, seconds);
      result.timings.read = read;
      result.warnings.unshift(...gathered.warnings, ...missing(windows, fixed));
      return { input, result };
    } catch (error) {
      return { input: null, result: emptyResult(toFailure(error, 'gather')) };
    }
  }
}

async function readAsdf({ file, known }: AsdfRequest): Promise<AsdfReply> {
  try {
    return { kind: 'asdf', content: await readAsdfContent(file, known) };
  } catch (error) {
    return { kind: 'asdf', content: null, message: (error as Error).message };
  }
}

function missing(source: WindowSource | null, fixed: FixedWindows | null): string[] {
  if (source === null || fixed !== null) return [];
  return [`this pair was not measured in ${source.evaluation}, or not into its dataset: windows are selected anew`];
}

/** A clock in s. */
function seconds(): number {
  return performance.now() / 1000;
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
