/** Where on its way a pair failed. */
export type Stage =
  'gather' | 'standardize' | 'preprocess' | 'window' | 'measure' | 'figure' | 'write' | 'worker' | 'cancelled';

/** What went wrong with a pair, as a value: it travels, is stored, and is shown in every face. */
export interface Failure {
  stage: Stage;
  /** Short, stable and kebab-case, such as `no-observed`; `docs/errors.md` lists them. */
  code: string;
  /** One sentence that names the file and the place. */
  message: string;
  /** What the user can do about it. */
  advice: string | null;
  /** The underlying error's text, where there is one. */
  cause: string | null;
}

/** An error that knows its failure; core and formats throw it, the worker turns it into the pair's outcome. */
export class PairError extends Error {
  override name = 'PairError';
  readonly failure: Failure;

  constructor(stage: Stage, code: string, message: string, options: { advice?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    const { cause } = options;
    this.failure = {
      stage,
      code,
      message,
      advice: options.advice ?? null,
      cause: cause === undefined ? null : cause instanceof Error ? cause.message : String(cause),
    };
  }
}

/** Any thrown thing as a failure of `stage`. */
export function toFailure(error: unknown, stage: Stage): Failure {
  if (error instanceof PairError) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return {
    stage,
    code: 'unexpected',
    message,
    advice: null,
    cause: error instanceof Error ? (error.stack ?? null) : null,
  };
}
