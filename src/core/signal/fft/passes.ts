/**
 * One pass of the decimation-in-frequency Stockham transform (Van Loan 1992, section 1.7): of a length r m that occurs
 * s times interleaved, makes r transforms of length m. Input x[q + s (p + j m)], output y[q + s (r p + j)], with
 * j < r, p < m, q < s. Complex values lie as real and imaginary part in turn: a real series is its own array of pairs.
 * @param tw  exp(-2 pi i p j / (r m)) for j = 1 ... r - 1, p after p
 */
export type Pass = (x: Float64Array, y: Float64Array, tw: Float64Array, m: number, s: number) => void;

export const pass2: Pass = (x, y, tw, m, s) => {
  const stride = 2 * s;
  const step = stride * m;
  for (let p = 0; p < m; p++) {
    const wr = tw[2 * p];
    const wi = tw[2 * p + 1];
    let i = stride * p;
    let o = 2 * i;
    for (const end = i + stride; i < end; i += 2, o += 2) {
      const ar = x[i];
      const ai = x[i + 1];
      const br = x[i + step];
      const bi = x[i + step + 1];
      y[o] = ar + br;
      y[o + 1] = ai + bi;
      const dr = ar - br;
      const di = ai - bi;
      y[o + stride] = dr * wr - di * wi;
      y[o + stride + 1] = dr * wi + di * wr;
    }
  }
};

const SIN60 = Math.sqrt(3) / 2;

export const pass3: Pass = (x, y, tw, m, s) => {
  const stride = 2 * s;
  const step = stride * m;
  for (let p = 0; p < m; p++) {
    const t = 4 * p;
    const w1r = tw[t];
    const w1i = tw[t + 1];
    const w2r = tw[t + 2];
    const w2i = tw[t + 3];
    let i = stride * p;
    let o = 3 * i;
    for (const end = i + stride; i < end; i += 2, o += 2) {
      const i1 = i + step;
      const i2 = i1 + step;
      const o1 = o + stride;
      const o2 = o1 + stride;
      const ar = x[i];
      const ai = x[i + 1];
      const br = x[i1];
      const bi = x[i1 + 1];
      const cr = x[i2];
      const ci = x[i2 + 1];
      const sr = br + cr;
      const si = bi + ci;
      y[o] = ar + sr;
      y[o + 1] = ai + si;
      const mr = ar - 0.5 * sr;
      const mi = ai - 0.5 * si;
      const nr = SIN60 * (bi - ci);
      const ni = SIN60 * (cr - br);
      const er = mr + nr;
      const ei = mi + ni;
      y[o1] = er * w1r - ei * w1i;
      y[o1 + 1] = er * w1i + ei * w1r;
      const fr = mr - nr;
      const fi = mi - ni;
      y[o2] = fr * w2r - fi * w2i;
      y[o2 + 1] = fr * w2i + fi * w2r;
    }
  }
};

export const pass4: Pass = (x, y, tw, m, s) => {
  const stride = 2 * s;
  const step = stride * m;
  for (let p = 0; p < m; p++) {
    const t = 6 * p;
    const w1r = tw[t];
    const w1i = tw[t + 1];
    const w2r = tw[t + 2];
    const w2i = tw[t + 3];
    const w3r = tw[t + 4];
    const w3i = tw[t + 5];
    let i = stride * p;
    let o = 4 * i;
    for (const end = i + stride; i < end; i += 2, o += 2) {
      const i1 = i + step;
      const i2 = i1 + step;
      const i3 = i2 + step;
      const o1 = o + stride;
      const o2 = o1 + stride;
      const o3 = o2 + stride;
      const ar = x[i];
      const ai = x[i + 1];
      const br = x[i1];
      const bi = x[i1 + 1];
      const cr = x[i2];
      const ci = x[i2 + 1];
      const dr = x[i3];
      const di = x[i3 + 1];
      const er = ar + cr;
      const ei = ai + ci;
      const fr = ar - cr;
      const fi = ai - ci;
      const gr = br + dr;
      const gi = bi + di;
      const hr = bi - di;
      const hi = dr - br;
      y[o] = er + gr;
      y[o + 1] = ei + gi;
      const ur = fr + hr;
      const ui = fi + hi;
      y[o1] = ur * w1r - ui * w1i;
      y[o1 + 1] = ur * w1i + ui * w1r;
      const vr = er - gr;
      const vi = ei - gi;
      y[o2] = vr * w2r - vi * w2i;
      y[o2 + 1] = vr * w2i + vi * w2r;
      const zr = fr - hr;
      const zi = fi - hi;
      y[o3] = zr * w3r - zi * w3i;
      y[o3 + 1] = zr * w3i + zi * w3r;
    }
  }
};
