import {
  PairError,
  addSeconds,
  channelCode,
  formatTime,
  secondsBetween,
  type Nanoseconds,
  type Trace,
} from '@/core/model';

/** What to do where a channel's traces do not follow each other:
 *  - `separate`  leave them apart;
 *  - `join`      draw a straight line across a gap;
 *  - `zero`      fill a gap with zeros;
 *  - `refuse`    throw.
 *  Gaps of more than a day stay. Where traces overlap, `join` and `zero` keep the samples of the one that begins earlier. */
export type BreakPolicy = 'separate' | 'join' | 'zero' | 'refuse';

/** A place where a channel's traces do not follow each other. */
export interface TraceBreak {
  /** NN.SSS.LL.CCC */
  channel: string;
  kind: 'gap' | 'overlap';
  /** When the next sample was due, and when it came. */
  due: Nanoseconds;
  found: Nanoseconds;
  /** Missing, or there twice. */
  samples: number;
  /** Whether the two sides are one trace now. */
  joined: boolean;
  /** One sentence for logs and tables. */
  message: string;
}

/** A longer gap is never filled, s: it is another recording, and filling it could take any amount of memory. */
const LONGEST_FILL = 86_400;
/** Nor is one with more samples, or of which a channel has that many in all: a few bytes must not ask for all memory. */
const LARGEST_FILL = 20_000_000;
/** Rates that differ by less are one rate. */
const SAME_RATE = 1e-4;

/** Joins the traces of each channel that follow each other within half a sample, such as those of two day files, and finds
 *  the gaps and overlaps between the others.
 *  @returns traces sorted by channel as first met, then by time; and every break, whatever was done about it
 *  @throws PairError `gaps` if there is a break and the policy is `refuse` */
export function joinTraces(traces: Trace[], policy: BreakPolicy): { traces: Trace[]; breaks: TraceBreak[] } {
  const channels = new Map<string, Trace[]>();
  for (const trace of traces) {
    const key = channelCode(trace);
    const group = channels.get(key);
    if (group) group.push(trace);
    else channels.set(key, [trace]);
  }
  const breaks: TraceBreak[] = [];
  const joined = [...channels.values()].flatMap((group) => joinChannel(group, policy, breaks));
  if (policy === 'refuse' && breaks.length > 0) {
    throw new PairError('gather', 'gaps', breaks.map(({ message }) => message).join('; '), {
      advice: 'Set preprocess.gaps to join or zero, or leave this channel out.',
    });
  }
  return { traces: joined, breaks };
}

/** Pieces of one continuous trace: each is put at a sample of it, later ones never over earlier ones. */
interface Chain {
  head: Trace;
  pieces: { trace: Trace; at: number; skip: number }[];
  samples: number;
  /** Samples of its gaps. */
  filled: number;
}

function joinChannel(group: Trace[], policy: BreakPolicy, breaks: TraceBreak[]): Trace[] {
  const sorted = group
    .filter((trace) => trace.data.length > 0)
    .toSorted((a, b) => (a.starttime < b.starttime ? -1 : a.starttime > b.starttime ? 1 : 0));
  const chains: Chain[] = [];
  for (const trace of sorted) {
    const chain = chains.findLast(({ head }) => Math.abs(1 - head.delta / trace.delta) < SAME_RATE);
    if (!chain) {
      chains.push(begin(trace));
      continue;
    }
    // Due after the latest piece, not after the head: slow drift of a clock does not add up to a gap.
    const due = dueAfter(chain);
    const off = secondsBetween(due, trace.starttime) / trace.delta;
    if (Math.abs(off) <= 0.5) extend(chain, trace, 0);
    else {
      const samples = Math.round(off);
      const fills = (policy === 'join' || policy === 'zero') && isFillable(chain, trace, samples);
      breaks.push(describe(trace, due, samples, fills));
      if (fills) extend(chain, trace, samples);
      else chains.push(begin(trace));
    }
  }
  return chains.map((chain) => (chain.pieces.length === 1 ? chain.head : assemble(chain, policy)));
}

function isFillable({ filled }: Chain, { delta }: Trace, samples: number): boolean {
  return samples * delta <= LONGEST_FILL && filled + samples <= LARGEST_FILL;
}

function begin(trace: Trace): Chain {
  return { head: trace, pieces: [{ trace, at: 0, skip: 0 }], samples: trace.data.length, filled: 0 };
}

function dueAfter({ pieces }: Chain): Nanoseconds {
  const { trace } = pieces.at(-1)!;
  return addSeconds(trace.starttime, trace.data.length * trace.delta);
}

/** Adds a piece `gap` samples after the chain's end; a negative gap overlaps, and what is there already is skipped. */
function extend(chain: Chain, trace: Trace, gap: number): void {
  const skip = Math.min(trace.data.length, Math.max(0, -gap));
  if (skip === trace.data.length) return;
  const at = chain.samples + Math.max(0, gap);
  chain.filled += Math.max(0, gap);
  chain.pieces.push({ trace, at, skip });
  chain.samples = at + trace.data.length - skip;
}

function assemble({ head, pieces, samples }: Chain, policy: BreakPolicy): Trace {
  const data = new Float64Array(samples);
  let end = 0;
  for (const { trace, at, skip } of pieces) {
    data.set(skip === 0 ? trace.data : trace.data.subarray(skip), at);
    if (policy === 'join' && at > end) bridge(data, end, at);
    end = at + trace.data.length - skip;
  }
  return { ...head, data };
}

/** A straight line over the samples `from` to `to`, between those beside them. */
function bridge(data: Float64Array, from: number, to: number): void {
  const left = data[from - 1]!;
  const slope = (data[to]! - left) / (to - from + 1);
  for (let i = from; i < to; i++) data[i] = left + slope * (i - from + 1);
}

function describe(trace: Trace, due: Nanoseconds, samples: number, joined: boolean): TraceBreak {
  const kind = samples > 0 ? 'gap' : 'overlap';
  const size = Math.abs(samples);
  const seconds = Number((size * trace.delta).toPrecision(6));
  const at = formatTime(kind === 'gap' ? due : trace.starttime);
  const message = `${channelCode(trace)}: ${kind} of ${size} ${size === 1 ? 'sample' : 'samples'} (${seconds} s) at ${at}`;
  return { channel: channelCode(trace), kind, due, found: trace.starttime, samples: size, joined, message };
}
