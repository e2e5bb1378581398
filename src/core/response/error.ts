/** A response that cannot be evaluated: names the stage, what is wrong with it, and what to do. */
export class ResponseError extends Error {
  override name = 'ResponseError';
}
