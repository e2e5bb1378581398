const LONGEST = 400;

/** A file that is not what it should be: names the file, the place and what was expected there. */
export class FormatError extends Error {
  override name = 'FormatError';
  readonly file: string;
  /** Where: "line 3", "byte 512", or "" for the whole file. */
  readonly place: string;

  constructor(file: string, place: string, message: string, options?: ErrorOptions) {
    // What stands in a damaged file, and is quoted, may be of any length.
    const short = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
    super(`${file}${place === '' ? '' : `, ${place}`}: ${short}`, options);
    this.file = file;
    this.place = place;
  }
}
