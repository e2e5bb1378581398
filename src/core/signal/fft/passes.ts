/**
 * One pass of the decimation-in-frequency Stockham transform (Van Loan 1992, section 1.7): of a length r m that occurs
 * s times interleaved, makes r transforms of length m. Input x[q + s (p + j m)], output y[q + s (r p + j)], with
 * j < r, p < m, q < s. `tw` holds exp(-2 pi i p j / (r m)) for j = 1 ... r - 1, p after p, real and imaginary in turn.
 */
export type Pass = (
  xr: Float64Array,
  xi: Float64Array,
  yr: Float64Array,
  yi: Float64Array,
  tw: Float64Array,
  m: number,
  s: number,
) => void;

export const pass2: Pass = (xr, xi, yr, yi, tw, m, s) => {
  const half = s * m;
  for (let p = 0; p < m; p++) {
    const wr = tw[2 * p];
    const wi = tw[2 * p + 1];
    let i = s * p;
    let o = 2 * i;
    for (const end = i + s; i < end; i++, o++) {
      const ar = xr[i];
      const ai = xi[i];
      const br = xr[i + half];
      const bi = xi[i + half];
      yr[o] = ar + br;
      yi[o] = ai + bi;
      const dr = ar - br;
      const di = ai - bi;
      yr[o + s] = dr * wr - di * wi;
      yi[o + s] = dr * wi + di * wr;
    }
  }
};

const SIN60 = Math.sqrt(3) / 2;

export const pass3: Pass = (xr, xi, yr, yi, tw, m, s) => {
  const step = s * m;
  for (let p = 0; p < m; p++) {
    const t = 4 * p;
    const w1r = tw[t];
    const w1i = tw[t + 1];
    const w2r = tw[t + 2];
    const w2i = tw[t + 3];
    let i = s * p;
    let o = 3 * i;
    for (const end = i + s; i < end; i++, o++) {
      const ar = xr[i];
      const ai = xi[i];
      const br = xr[i + step];
      const bi = xi[i + step];
      const cr = xr[i + 2 * step];
      const ci = xi[i + 2 * step];
      const sr = br + cr;
      const si = bi + ci;
      yr[o] = ar + sr;
      yi[o] = ai + si;
      const mr = ar - 0.5 * sr;
      const mi = ai - 0.5 * si;
      const nr = SIN60 * (bi - ci);
      const ni = SIN60 * (cr - br);
      const er = mr + nr;
      const ei = mi + ni;
      const fr = mr - nr;
      const fi = mi - ni;
      yr[o + s] = er * w1r - ei * w1i;
      yi[o + s] = er * w1i + ei * w1r;
      yr[o + 2 * s] = fr * w2r - fi * w2i;
      yi[o + 2 * s] = fr * w2i + fi * w2r;
    }
  }
};

export const pass4: Pass = (xr, xi, yr, yi, tw, m, s) => {
  const step = s * m;
  const step2 = 2 * step;
  const step3 = 3 * step;
  const s2 = 2 * s;
  const s3 = 3 * s;
  for (let p = 0; p < m; p++) {
    const t = 6 * p;
    const w1r = tw[t];
    const w1i = tw[t + 1];
    const w2r = tw[t + 2];
    const w2i = tw[t + 3];
    const w3r = tw[t + 4];
    const w3i = tw[t + 5];
    let i = s * p;
    let o = 4 * i;
    for (const end = i + s; i < end; i++, o++) {
      const ar = xr[i];
      const ai = xi[i];
      const br = xr[i + step];
      const bi = xi[i + step];
      const cr = xr[i + step2];
      const ci = xi[i + step2];
      const dr = xr[i + step3];
      const di = xi[i + step3];
      const er = ar + cr;
      const ei = ai + ci;
      const fr = ar - cr;
      const fi = ai - ci;
      const gr = br + dr;
      const gi = bi + di;
      const hr = bi - di;
      const hi = dr - br;
      yr[o] = er + gr;
      yi[o] = ei + gi;
      const ur = fr + hr;
      const ui = fi + hi;
      yr[o + s] = ur * w1r - ui * w1i;
      yi[o + s] = ur * w1i + ui * w1r;
      const vr = er - gr;
      const vi = ei - gi;
      yr[o + s2] = vr * w2r - vi * w2i;
      yi[o + s2] = vr * w2i + vi * w2r;
      const zr = fr - hr;
      const zi = fi - hi;
      yr[o + s3] = zr * w3r - zi * w3i;
      yi[o + s3] = zr * w3i + zi * w3r;
    }
  }
};
