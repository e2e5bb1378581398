import { componentsOf, periodBands, type Parameters } from '@/core/config';
import { secondsBetween, toFailure, type HandDecision, type PeriodBand, type Stage, type Timings } from '@/core/model';
import { combineBands } from './bands';
import { checkEqualSampling, dropConstant, measurable } from './check';
import { isDoubleDifference } from './differences/measure';
import { fixedWindows } from './fixed';
import { geometryOf } from './geometry';
import { checkBands, decisionText, sampledWindows, standing, windowsByHand } from './hand';
import { measureComponent } from './measure';
import { type PairMemory } from './memory';
import { Notes } from './notes';
import { preprocess, type PreprocessContext } from './preprocess';
import { selectTraces } from './select';
import { commonComponents, copySides, type Sides } from './sides';
import { standardize } from './standardize';
import type { BandResult, Clock, ComponentResult, PairInput, PairLog, PairResult } from './types';
import { selectComponentWindows, theoreticalArrivals, windowContext, type GivenWindows } from './windows';

/**
 * The workflow of one pair: standardize, preprocess, select windows, measure, in one or several period bands.
 * @param input  what is known of the pair; its traces are not changed
 * @param log    receives what happened, in plain words
 * @param clock  seconds, for timings; without one they are zero
 * @param memory of this very input: spares it the stages before the windows where they were done with like parameters
 * @returns      always a result: what failed stands in `error`, beside what earlier stages made
 */
export function processPair(
  input: PairInput,
  parameters: Parameters,
  log: PairLog = () => undefined,
  clock: Clock = () => 0,
  memory: PairMemory | null = null,
): PairResult {
  memory?.use(parameters);
  return new PairProcess(input, parameters, new Notes(log), clock, memory).run();
}

class PairProcess {
  readonly #input: PairInput;
  readonly #parameters: Parameters;
  readonly #notes: Notes;
  readonly #clock: Clock;
  readonly #memory: PairMemory | null;
  readonly #hand: HandDecision | null;
  readonly #timings: Timings = {};
  readonly #result: PairResult;
  #stage: Stage = 'standardize';

  constructor(input: PairInput, parameters: Parameters, notes: Notes, clock: Clock, memory: PairMemory | null) {
    this.#input = input;
    this.#parameters = parameters;
    this.#notes = notes;
    this.#clock = clock;
    this.#memory = memory;
    this.#hand = standing(input.hand);
    this.#result = {
      geometry: null,
      timeOffset: 0,
      arrivals: [],
      origin: input.event?.time ?? null,
      components: [],
      misfit: null,
      warnings: notes.warnings,
      timings: this.#timings,
      error: null,
      ...(this.#hand === null ? {} : { hand: this.#hand }),
    };
  }

  run(): PairResult {
    const result = this.#result;
    try {
      const standardized = this.#timed('standardize', () => this.#standardized());
      result.components = this.#combined(this.#bands(standardized));
      this.#sum();
    } catch (error) {
      result.error = toFailure(error, this.#stage);
    }
    return result;
  }

  /** Both sides on the same samples; tells where the pair lies and when its traces start. */
  #standardized(): Sides {
    const { event, station } = this.#input;
    const result = this.#result;
    result.geometry = geometryOf(event, station, this.#notes);
    const sides = this.#recalled('standardized', () => this.#comparable());
    result.timeOffset = this.#timeOffset(sides);
    if (this.#does('window')) {
      result.arrivals = theoreticalArrivals(event, result.geometry, this.#parameters, this.#notes);
    }
    this.#keep(sides, [...sides.synthetic.traces.keys()], false);
    return sides;
  }

  #comparable(): Sides {
    const selected = selectTraces(this.#input, this.#parameters, this.#notes);
    const isWanted = this.#does('standardize');
    const sides = isWanted ? standardize(selected, this.#parameters, this.#notes) : copySides(selected);
    if (!isWanted) checkEqualSampling(sides);
    dropConstant(sides, this.#notes);
    return sides;
  }

  #recalled(stage: string, make: () => Sides): Sides {
    return this.#memory === null ? make() : this.#memory.recall(stage, this.#notes, make);
  }

  /**
   * Start of the traces, s after the origin. Without an event it is the file's own first time, or 0 under the `pyatoa`
   * convention (docs/conventions.md).
   */
  #timeOffset({ synthetic }: Sides): number {
    const { event, synthetic: files } = this.#input;
    const [trace] = synthetic.traces.values();
    if (event !== null) return secondsBetween(event.time, trace.starttime);
    if (this.#parameters.conventions === 'pyatoa') return 0;
    const timed = files.find(({ firstTime }) => firstTime !== undefined);
    return timed === undefined ? 0 : timed.firstTime! + secondsBetween(timed.starttime, trace.starttime);
  }

  /** Those of several stay in the result, also where a later one fails. */
  #bands(standardized: Sides): BandResult[] {
    const bands = periodBands(this.#parameters);
    const measured: BandResult[] = [];
    if (bands.length > 1) this.#result.bands = measured;
    for (const [index, band] of bands.entries()) {
      measured.push({ band, components: this.#band(standardized, band, index) });
    }
    return measured;
  }

  /** All components in one period band. */
  #band(standardized: Sides, band: PeriodBand, index: number): ComponentResult[] {
    const sides = this.#timed('preprocess', () =>
      this.#recalled(`band ${index}`, () => this.#preprocessed(standardized, band, index)),
    );
    const letters = measurable(sides, componentsOf(this.#parameters), this.#notes);
    let components = this.#keep(sides, letters, this.#does('preprocess'));
    const periods = this.#measuredPeriods(band);
    if (this.#does('window') || this.#hand !== null) {
      components = this.#timed('window', () => this.#windowed(components, periods, band));
    }
    return this.#timed('measure', () =>
      components.map((each) => ({
        ...each,
        adjoint: measureComponent(each, periods, this.#parameters, this.#notes),
      })),
    );
  }

  /**
   * Tmin and Tmax of window selection and measurement: under the `pyatoa` convention min_period and max_period, in
   * whichever band the traces were filtered (docs/conventions.md).
   */
  #measuredPeriods(band: PeriodBand): PeriodBand {
    return this.#parameters.conventions === 'pyatoa' ? this.#wholeBand() : band;
  }

  #wholeBand(): PeriodBand {
    const { min_period: minPeriod, max_period: maxPeriod } = this.#parameters;
    return { minPeriod, maxPeriod };
  }

  /**
   * Under the `pyatoa` convention the first of several bands is preprocessed twice, first in min_period to max_period,
   * and an event's own half duration is not used (docs/conventions.md).
   */
  #preprocessed(standardized: Sides, band: PeriodBand, index: number): Sides {
    const sides = copySides(standardized);
    if (!this.#does('preprocess')) return sides;
    const { preprocess: p, conventions } = this.#parameters;
    const context: PreprocessContext = {
      parameters: this.#parameters,
      station: this.#input.station,
      backazimuthDeg: this.#result.geometry?.backazimuthDeg ?? null,
      halfDuration: p.half_duration ?? (conventions === 'corrected' ? (this.#input.event?.halfDuration ?? null) : null),
      notes: this.#notes,
    };
    if (p.period_bands !== null && index === 0 && conventions === 'pyatoa') {
      this.#notes.info('the first period band is preprocessed twice, as Pyatoa does');
      preprocess(sides, this.#wholeBand(), context);
    }
    preprocess(sides, band, context);
    return sides;
  }

  /**
   * @param periods that windows are selected by
   * @param band    whose windows by hand count
   */
  #windowed(components: ComponentResult[], periods: PeriodBand, band: PeriodBand): ComponentResult[] {
    checkBands(this.#hand, periodBands(this.#parameters));
    const { geometry, arrivals, origin } = this.#result;
    return (this.#result.components = components.map((each) => {
      const byHand = this.#byHand(each, band);
      if (byHand === null && !this.#does('window')) return each;
      const offset = origin === null ? 0 : secondsBetween(origin, each.synthetic.starttime);
      const context = windowContext(geometry, offset, arrivals);
      const chosen = selectComponentWindows(
        each,
        periods,
        this.#parameters,
        context,
        byHand ?? this.#fixed(each, periods),
        this.#notes,
      );
      const { stalta, windows, rejected, funnel } = chosen;
      return { ...each, stalta, windows, rejected, funnel, ...(byHand === null ? {} : { byHand: true }) };
    }));
  }

  /** The windows that were set by hand on a component in a band; null where none were. */
  #byHand({ component, synthetic }: ComponentResult, band: PeriodBand): GivenWindows | null {
    const windows = windowsByHand(this.#hand, component, band);
    if (windows === null) return null;
    const { timeOffset } = this.#result;
    return { kind: 'hand', windows: sampledWindows(component, synthetic, windows, timeOffset), timeOffset };
  }

  /** The windows that an earlier evaluation had on a component; null where they are to be selected. */
  #fixed(each: ComponentResult, band: PeriodBand): GivenWindows | null {
    const { fixed = null } = this.#input;
    const isOneOfBands = this.#parameters.preprocess.period_bands !== null;
    const windows = fixed && fixedWindows(each, fixed, band, isOneOfBands, this.#notes);
    return windows && { kind: 'fixed', windows };
  }

  /** Puts what both sides have of these components into the result, for the case that a later step fails. */
  #keep(sides: Sides, letters: readonly string[], isPreprocessed: boolean): ComponentResult[] {
    return (this.#result.components = commonComponents(sides, letters).map((component) => ({
      component,
      observed: sides.observed.traces.get(component)!,
      synthetic: sides.synthetic.traces.get(component)!,
      stalta: null,
      windows: [],
      rejected: {},
      funnel: [],
      adjoint: null,
      ...(isPreprocessed ? {} : { unprocessed: true }),
    })));
  }

  /** The bands' components as one list, in the order of the configured ones. */
  #combined(bands: BandResult[]): ComponentResult[] {
    const all = bands.flatMap(({ components }) => components);
    const letters = componentsOf(this.#parameters).filter((letter) => all.some((each) => each.component === letter));
    return letters.map((letter) => combineBands(bands, letter));
  }

  #sum(): void {
    const sources = this.#result.components.flatMap(({ adjoint }) => adjoint ?? []);
    if (this.#hand?.verdict === 'rejected') return this.#notes.warn(decisionText(this.#hand));
    if (this.#hand !== null) this.#notes.info(decisionText(this.#hand));
    if (isDoubleDifference(this.#parameters.adj_src_type)) return;
    if (sources.length === 0) this.#notes.warn('no windows: nothing was measured');
    else this.#result.misfit = sources.reduce((sum, { misfit }) => sum + misfit, 0);
  }

  #does(step: Parameters['executive']['steps'][number]): boolean {
    return this.#parameters.executive.steps.includes(step);
  }

  #timed<T>(stage: 'standardize' | 'preprocess' | 'window' | 'measure', work: () => T): T {
    this.#stage = stage;
    const began = this.#clock();
    try {
      return work();
    } finally {
      this.#timings[stage] = (this.#timings[stage] ?? 0) + this.#clock() - began;
    }
  }
}
