import { parsePhase, type PhaseToken } from './phase-name';
import type { TauModel } from './tau-model';
import type { Wave } from './velocity';

/** How often a phase passes each branch, and which rays make it. */
export interface Route {
  name: string;
  /** Passes per branch, for each wave. */
  passes: Record<Wave, Float64Array>;
  /** Ray parameters of the rays that can take it, s/rad. */
  minP: number;
  maxP: number;
  /** Furthest a head or diffracted wave runs along its boundary, rad; 0 for other phases. */
  along: number;
  /** Direction and wave in which it leaves the source. */
  upward: boolean;
  firstWave: Wave;
  lastWave: Wave;
}

const DIFFRACTED_ALONG = (60 * Math.PI) / 180;
const HEAD_ALONG = (20 * Math.PI) / 180;

/** The route of a phase, or null where the source depth allows none. @throws PhaseNameError */
export function routeOf(name: string, model: TauModel): Route | null {
  const tokens = parsePhase(name);
  const builder = new RouteBuilder(name, model, tokens);
  for (let i = 0; i < tokens.length; i++) builder.add(i);
  return builder.route.maxP >= builder.route.minP ? builder.route : null;
}

class RouteBuilder {
  readonly route: Route;
  /** The boundary that the ray has reached: an index into the model's depths. */
  private at: number;

  constructor(
    name: string,
    private readonly model: TauModel,
    private readonly tokens: PhaseToken[],
  ) {
    const n = model.depths.length - 1;
    const first = tokens[0]!;
    const waveOf = (token: PhaseToken): Wave => ('wave' in token ? token.wave : 'P');
    this.at = model.source;
    this.route = {
      name,
      passes: { P: new Float64Array(n), S: new Float64Array(n) },
      minP: 0,
      maxP: Infinity,
      along: 0,
      upward: first.kind === 'up',
      firstWave: waveOf(first),
      lastWave: waveOf(tokens[tokens.length - 1]!),
    };
  }

  add(i: number): void {
    const { cmb, iocb } = this.model;
    const token = this.tokens[i]!;
    const next = this.tokens[i + 1];
    switch (token.kind) {
      case 'up':
        if (this.model.source === 0) this.route.maxP = -1;
        this.cross(token.wave, 0);
        break;
      case 'mantle':
        if (this.at === cmb) this.cross(token.wave, 0);
        else if (next?.kind === 'outer' || next?.kind === 'reflection') this.cross(token.wave, cmb);
        else this.turn(token.wave, cmb, 0);
        break;
      case 'head':
        this.head(token.wave);
        break;
      case 'diffracted':
        this.cross(token.wave, cmb);
        this.only(this.model.branches[token.wave][cmb - 1]!.minTurnP, DIFFRACTED_ALONG);
        this.cross(token.wave, 0);
        break;
      case 'outer':
        if (this.at === iocb) this.cross('P', cmb);
        else if (next?.kind === 'inner' || next?.kind === 'reflection') this.cross('P', iocb);
        else this.turn('P', iocb, cmb);
        break;
      case 'inner':
        this.turn(token.wave, this.model.depths.length - 1, iocb);
        break;
      case 'reflection':
        break;
    }
  }

  /** Through all branches to boundary `to`, up or down: rays that turn on the way do not take part. */
  private cross(wave: Wave, to: number): void {
    const branches = this.model.branches[wave];
    for (let b = Math.min(this.at, to); b < Math.max(this.at, to); b++) {
      this.route.passes[wave][b]! += 1;
      this.route.maxP = Math.min(this.route.maxP, branches[b]!.minTurnP);
    }
    this.at = to;
  }

  /** Down, turning above boundary `floor` or beyond the critical angle at a discontinuity, and up again to boundary `to`. */
  private turn(wave: Wave, floor: number, to: number): void {
    const branches = this.model.branches[wave];
    if (this.at >= floor) {
      this.route.maxP = -1;
      return;
    }
    this.route.maxP = Math.min(this.route.maxP, branches[this.at]!.maxP);
    this.route.minP = Math.max(this.route.minP, branches[floor - 1]!.minTurnP);
    for (let b = this.at; b < floor; b++) this.route.passes[wave][b]! += 1;
    for (let b = to; b < floor; b++) this.route.passes[wave][b]! += 1;
    this.at = to;
  }

  /** Along the top of the mantle, in the critically refracted wave. */
  private head(wave: Wave): void {
    const { moho } = this.model;
    if (this.at >= moho) {
      this.route.maxP = -1;
      return;
    }
    this.cross(wave, moho);
    this.only(this.model.branches[wave][moho]!.maxP, HEAD_ALONG);
    this.cross(wave, 0);
  }

  /** Restricts the route to one ray that runs along a boundary. */
  private only(p: number, along: number): void {
    this.route.minP = Math.max(this.route.minP, p);
    this.route.maxP = Math.min(this.route.maxP, p);
    this.route.along = along;
  }
}
