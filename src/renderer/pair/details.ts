import type { PairDetail } from '@/api';
import { pairId, type PairKey } from '@/core/model';

/** What is asked of the engine about a pair. */
export interface DetailQuestion extends PairKey {
  /** Pixel columns. */
  width: number;
  /** Place among the period bands. */
  band: number;
  /** Changes when the pair was processed again. */
  edition: string;
}

export function questionId(question: DetailQuestion): string {
  return `${pairId(question)} ${question.width} ${question.band} ${question.edition}`;
}

/** Details of pairs that were looked at lately, or will be soon. One answer serves all who ask the same; the oldest ones
 *  are forgotten. */
export class DetailBook {
  /** In the order of their last use. */
  readonly #known = new Map<string, PairDetail>();
  readonly #asked = new Map<string, Promise<PairDetail>>();
  #soon: DetailQuestion[] = [];
  #generation = 0;

  constructor(
    private readonly ask: (question: DetailQuestion) => Promise<PairDetail>,
    private readonly limit: number,
  ) {}

  /** What is known already. */
  peek(question: DetailQuestion): PairDetail | null {
    return this.#known.get(questionId(question)) ?? null;
  }

  /** @throws ApiError as the engine refuses; a refusal is not kept */
  async get(question: DetailQuestion): Promise<PairDetail> {
    const id = questionId(question);
    const known = this.#known.get(id);
    if (!known) return this.#asked.get(id) ?? this.#fetch(question, id);
    this.#keep(id, known);
    return known;
  }

  /** Asks for what will be wanted next, one after the other and only while nobody waits for anything else. Replaces what
   *  was to be asked before. */
  prefetch(questions: DetailQuestion[]): void {
    this.#soon = [...questions];
    this.#next();
  }

  /** Forgets everything, also what is on its way. */
  clear(): void {
    this.#generation++;
    this.#known.clear();
    this.#asked.clear();
    this.#soon = [];
  }

  #fetch(question: DetailQuestion, id: string): Promise<PairDetail> {
    const generation = this.#generation;
    const answer = this.ask(question)
      .then((detail) => {
        if (generation === this.#generation) this.#keep(id, detail);
        return detail;
      })
      .finally(() => {
        if (generation !== this.#generation) return;
        this.#asked.delete(id);
        this.#next();
      });
    this.#asked.set(id, answer);
    return answer;
  }

  #keep(id: string, detail: PairDetail): void {
    this.#known.delete(id);
    this.#known.set(id, detail);
    if (this.#known.size > this.limit) this.#known.delete(this.#known.keys().next().value!);
  }

  #next(): void {
    if (this.#asked.size > 0) return;
    const question = this.#soon.shift();
    if (!question) return;
    const id = questionId(question);
    // Who really opens the pair will ask again and be told.
    if (!this.#known.has(id)) this.#fetch(question, id).catch(() => undefined);
    else this.#next();
  }
}
