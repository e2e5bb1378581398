/** Transform of a real series of length n at the frequencies k / (n delta), k = 0 ... floor(n / 2). */
export interface Spectrum {
  re: Float64Array;
  im: Float64Array;
}
