/** A filter band that the data cannot have. */
export class BandError extends Error {
  override name = 'BandError';
}
