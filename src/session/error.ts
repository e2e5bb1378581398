import { ConfigError } from '@/core/config';
import { PairError } from '@/core/model';
import type { ApiFailure } from '@/api';
import { RunError } from '@/executive';
import { ProjectError } from '@/project';

/** Something the user asked for that cannot be done, with what to do about it. */
export class SessionError extends Error {
  override name = 'SessionError';
  readonly code: string;
  readonly advice: string | null;

  constructor(code: string, message: string, advice: string | null = null, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.advice = advice;
  }
}

/** Any thrown thing as what crosses to the page. */
export function toApiFailure(error: unknown): ApiFailure {
  if (error instanceof SessionError || error instanceof ProjectError) {
    return { code: error.code, message: error.message, advice: error.advice };
  }
  if (error instanceof ConfigError) {
    return {
      code: 'configuration',
      message: error.message,
      advice: 'Mend the named lines and open the project again.',
    };
  }
  if (error instanceof PairError || error instanceof RunError) {
    const { code, message, advice } = error.failure;
    return { code, message, advice };
  }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), advice: null };
}
