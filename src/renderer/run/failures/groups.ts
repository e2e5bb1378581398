import type { Failure, PairOutcome } from '@/core/model';
import type { PairRows } from '../../pairs/rows';

/** Failures of one reason. */
export interface FailureGroup {
  code: string;
  stage: Failure['stage'];
  /** Of the first failure: those of a code differ in the names they give only. */
  message: string;
  advice: string | null;
  /** Places in the store of rows. */
  places: ReadonlySet<number>;
}

interface Group extends FailureGroup {
  places: Set<number>;
}

/** The failures among all rows by their code, kept up with every result that comes. */
export class FailureGroups {
  private readonly groups = new Map<string, Group>();
  private readonly codes = new Map<number, string>();
  private readonly listeners = new Set<() => void>();
  private listed: readonly FailureGroup[] = [];
  private asked = false;

  constructor(
    store: PairRows,
    private readonly onFrame: (action: () => void) => void,
  ) {
    store.listen((change) => {
      if (change.kind === 'cleared') {
        this.groups.clear();
        this.codes.clear();
      } else change.outcomes.forEach((outcome, i) => this.put(change.places[i]!, outcome));
      this.ask();
    });
  }

  /** The largest first. The same array as long as nothing changes. */
  readonly list = (): readonly FailureGroup[] => this.listed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private put(place: number, { error }: PairOutcome): void {
    const before = this.codes.get(place);
    if (before !== undefined) {
      const group = this.groups.get(before)!;
      group.places.delete(place);
      if (group.places.size === 0) this.groups.delete(before);
      this.codes.delete(place);
    }
    if (error === null) return;
    const { code, stage, message, advice } = error;
    this.codes.set(place, code);
    const group = this.groups.get(code);
    if (group) group.places.add(place);
    else this.groups.set(code, { code, stage, message, advice, places: new Set([place]) });
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    this.onFrame(() => {
      this.asked = false;
      this.listed = [...this.groups.values()].sort(
        (a, b) => b.places.size - a.places.size || (a.code < b.code ? -1 : 1),
      );
      for (const listener of this.listeners) listener();
    });
  }
}
