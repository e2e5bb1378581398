import { parsePhase, type PhaseToken } from './phaseName';
import type { TauModel } from './tauModel';
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
  tokens.forEach((_, i) => builder.add(i));
  return builder.route.maxP >= builder.route.minP ? builder.route : null;
}

/** Follows a phase's elements through the branches, narrowing the ray parameters to those that can take each step. */
class RouteBuilder {
  readonly route: Route;
  /** The boundary that the ray has reached: an index into the model's depths. */
  private at: number;
  /** Whether it goes on upward from there. */
  private upward: boolean;

  constructor(
    name: string,
    private readonly model: TauModel,
    private readonly tokens: PhaseToken[],
  ) {
    const n = model.depths.length - 1;
    const waveOf = (token: PhaseToken): Wave => ('wave' in token ? token.wave : 'P');
    this.at = model.source;
    this.upward = tokens[0]!.kind === 'up';
    this.route = {
      name,
      passes: { P: new Float64Array(n), S: new Float64Array(n) },
      minP: 0,
      maxP: Infinity,
      along: 0,
      upward: this.upward,
      firstWave: waveOf(tokens[0]!),
      lastWave: waveOf(tokens[tokens.length - 1]!),
    };
  }

  add(i: number): void {
    const { cmb, iocb, moho, branches } = this.model;
    const token = this.tokens[i]!;
    const next = this.tokens[i + 1];
    switch (token.kind) {
      case 'up':
        return this.cross(token.wave, this.boundaryAbove(next), true);
      case 'mantle':
        return this.mantle(token.wave, next, this.tokens[i + 2]);
      case 'crust':
        return this.turn(token.wave, moho, 0);
      case 'head':
        return this.alongBoundary(token.wave, moho, branches[token.wave][moho]!.maxP, HEAD_ALONG);
      case 'diffracted':
        return this.alongBoundary(token.wave, cmb, branches[token.wave][cmb - 1]!.minTurnP, DIFFRACTED_ALONG);
      case 'outer':
        if (this.at === iocb) this.cross('P', cmb, true);
        else if (next?.kind === 'inner' || next?.kind === 'core') this.cross('P', iocb, false);
        else this.turn('P', iocb, cmb);
        this.upward = this.at === cmb && next?.kind === 'mantle';
        return;
      case 'inner':
        return this.turn(token.wave, this.model.depths.length - 1, iocb);
      case 'core':
        this.upward = true;
        return;
      case 'boundary':
        this.upward = token.how === 'above' || (token.how === 'through' && (next?.kind === 'up' || this.upward));
        return;
    }
  }

  private mantle(wave: Wave, next: PhaseToken | undefined, afterNext: PhaseToken | undefined): void {
    const { cmb } = this.model;
    if (this.upward && next?.kind === 'boundary' && next.how === 'above') this.route.maxP = -1;
    else if (this.upward) this.cross(wave, this.boundaryAbove(next), true);
    else if (next?.kind === 'outer' || next?.kind === 'core') this.cross(wave, cmb, false);
    else if (next?.kind !== 'boundary') this.turn(wave, cmb, 0);
    else if (next.how === 'above' || (next.how === 'through' && afterNext?.kind !== 'up')) {
      this.cross(wave, this.boundary(next.depth), false);
    } else {
      this.turn(wave, cmb, this.boundary(next.depth));
    }
  }

  /** Index of the discontinuity nearest to a named depth. */
  private boundary(depth: number | 'moho'): number {
    if (depth === 'moho') return this.model.moho;
    const { depths, cmb } = this.model;
    let nearest = 1;
    for (let i = 1; i < cmb; i++) {
      if (Math.abs(depths[i]! - depth) < Math.abs(depths[nearest]! - depth)) nearest = i;
    }
    return nearest;
  }

  private boundaryAbove(next: PhaseToken | undefined): number {
    return next?.kind === 'boundary' ? this.boundary(next.depth) : 0;
  }

  /** Through all branches to boundary `to`: rays that turn on the way do not take part. */
  private cross(wave: Wave, to: number, upward: boolean): void {
    const branches = this.model.branches[wave];
    if (upward ? to >= this.at : to < this.at) this.route.maxP = -1;
    for (let b = Math.min(this.at, to); b < Math.max(this.at, to); b++) {
      this.route.passes[wave][b]! += 1;
      this.route.maxP = Math.min(this.route.maxP, branches[b]!.minTurnP);
    }
    this.at = to;
    this.upward = false;
  }

  /** Down, turning above boundary `floor` or beyond the critical angle at a discontinuity, and up again to boundary
   *  `to`. */
  private turn(wave: Wave, floor: number, to: number): void {
    const branches = this.model.branches[wave];
    if (this.at >= floor) {
      this.route.maxP = -1;
      return;
    }
    this.route.maxP = Math.min(this.route.maxP, branches[Math.max(this.at, to)]!.maxP);
    this.route.minP = Math.max(this.route.minP, branches[floor - 1]!.minTurnP);
    for (let b = this.at; b < floor; b++) this.route.passes[wave][b]! += 1;
    for (let b = to; b < floor; b++) this.route.passes[wave][b]! += 1;
    this.at = to;
    this.upward = to > 0;
  }

  /** Down to a boundary, along it as the one ray of parameter `p`, and up to the surface. */
  private alongBoundary(wave: Wave, boundary: number, p: number, along: number): void {
    if (this.at >= boundary) {
      this.route.maxP = -1;
      return;
    }
    this.cross(wave, boundary, false);
    this.route.minP = Math.max(this.route.minP, p);
    this.route.maxP = Math.min(this.route.maxP, p);
    this.route.along = along;
    this.cross(wave, 0, true);
  }
}
