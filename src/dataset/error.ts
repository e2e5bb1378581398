/** A spool or dataset file that cannot be written, or is not what it should be. */
export class DatasetError extends Error {
  override name = 'DatasetError';
  readonly file: string;
  /** What the user can do about it. */
  readonly advice: string;

  constructor(file: string, message: string, advice: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
    this.file = file;
    this.advice = advice;
  }
}

/** What the HDF5 library says, or what went wrong in the middle of it. Its state is unknown then: the process that it is loaded
 *  in is to be replaced. */
export class LibraryError extends DatasetError {}
