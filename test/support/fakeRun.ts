import type { EventSummary, ProjectOverview, RunEvents, RunProgress, RunRequest, StationSummary } from '@/api';
import { PairSieve, type Place } from '@/core/geodesy';
import { pairId, type PairKey, type PairOutcome } from '@/core/model';
import { fakeOutcome } from './fakePair';

const TICK = 20;

const placeOf = ({ latitude, longitude }: EventSummary | StationSummary): Place | null =>
  latitude === null || longitude === null ? null : { latitude, longitude };

/** What a request asks for. A fake pair that fails does so whenever it is tried. */
function pairsOf(project: ProjectOverview, request: RunRequest): PairKey[] {
  const codes = new Set(request.stations.map((code) => code.split('.').slice(0, 2).join('.')));
  const events = project.events.filter(({ id }) => request.events.length === 0 || request.events.includes(id));
  const stations = project.stations.filter(({ code }) => codes.size === 0 || codes.has(code));
  const within = new Uint8Array(stations.length).fill(1);
  const sieve = request.pairs && new PairSieve(request.pairs, stations.map(placeOf));
  const { only } = request;
  const wanted = typeof only === 'object' ? new Set(only.map(pairId)) : null;
  const isAsked = (pair: PairKey) =>
    wanted ? wanted.has(pairId(pair)) : only === undefined || fakeOutcome(pair).status === 'failed';
  const pairs = events.flatMap((event) => {
    sieve?.mark(placeOf(event), within);
    return stations.filter((_, i) => within[i] === 1).map(({ code }) => ({ event: event.id, station: code }));
  });
  return pairs.filter(isAsked);
}

/** A run that takes as long as the rate says, in batches as the engine sends them. */
export class FakeRun {
  private readonly pairs: PairKey[];
  private readonly outcomes: PairOutcome[] = [];
  private progress: RunProgress;
  private timer: NodeJS.Timeout | undefined;
  private owed = 0;

  constructor(
    project: ProjectOverview,
    request: RunRequest,
    private readonly rate: number,
    private readonly tell: (news: RunEvents) => void,
  ) {
    this.pairs = pairsOf(project, request);
    this.progress = {
      state: 'starting',
      total: this.pairs.length,
      done: 0,
      failed: 0,
      skipped: 0,
      windows: 0,
      misfit: 0,
      workers: request.maxEvents * request.maxStations,
      elapsedSeconds: 0,
      pairsPerSecond: null,
      secondsLeft: null,
      active: [],
      error: null,
    };
  }

  get total(): number {
    return this.pairs.length;
  }

  start(): void {
    this.tell({ progress: this.progress, outcomes: [] });
    this.timer = setInterval(() => this.step(), TICK);
  }

  pause(): void {
    if (this.progress.state !== 'running') return;
    this.stop();
    this.progress = { ...this.progress, state: 'paused', active: [] };
    this.tell({ progress: this.progress, outcomes: [] });
  }

  resume(): void {
    if (this.progress.state !== 'paused') return;
    this.progress = { ...this.progress, state: 'running' };
    this.start();
  }

  cancel(): void {
    if (!this.timer && this.progress.state !== 'paused') return;
    this.stop();
    this.progress = { ...this.progress, state: 'cancelled', active: [] };
    this.tell({ progress: this.progress, outcomes: [] });
  }

  state(): RunProgress {
    return this.progress;
  }

  /** What has come so far. */
  results(): readonly PairOutcome[] {
    return this.outcomes;
  }

  private step(): void {
    this.owed += (this.rate * TICK) / 1000;
    const number = Math.floor(this.owed);
    this.owed -= number;
    const from = this.outcomes.length;
    const batch = this.pairs.slice(from, from + number).map(fakeOutcome);
    this.outcomes.push(...batch);
    const done = this.outcomes.length;
    const elapsedSeconds = this.progress.elapsedSeconds + TICK / 1000;
    const pairsPerSecond = elapsedSeconds > 1 ? this.rate : null;
    const over = done === this.total;
    this.progress = {
      ...this.progress,
      state: over ? 'done' : 'running',
      done,
      failed: this.progress.failed + batch.filter((outcome) => outcome.status === 'failed').length,
      windows: this.progress.windows + batch.reduce((sum, outcome) => sum + outcome.nwin, 0),
      misfit: this.progress.misfit + batch.reduce((sum, outcome) => sum + (outcome.misfit ?? 0), 0),
      elapsedSeconds,
      pairsPerSecond,
      secondsLeft: over ? 0 : pairsPerSecond && (this.total - done) / pairsPerSecond,
      active: over ? [] : this.pairs.slice(done, done + this.progress.workers),
    };
    this.tell({ progress: this.progress, outcomes: batch });
    if (over) this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
