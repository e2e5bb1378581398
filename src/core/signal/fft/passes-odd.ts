import type { Pass } from './passes';

const COS72 = (Math.sqrt(5) - 1) / 4;
const COS144 = -(Math.sqrt(5) + 1) / 4;
const SIN72 = Math.sqrt(10 + 2 * Math.sqrt(5)) / 4;
const SIN144 = Math.sqrt(10 - 2 * Math.sqrt(5)) / 4;

/** Radix 5; see `Pass`. */
export const pass5: Pass = (xr, xi, yr, yi, tw, m, s) => {
  const step = s * m;
  const step2 = 2 * step;
  const step3 = 3 * step;
  const step4 = 4 * step;
  const s2 = 2 * s;
  const s3 = 3 * s;
  const s4 = 4 * s;
  for (let p = 0; p < m; p++) {
    const t = 8 * p;
    const w1r = tw[t];
    const w1i = tw[t + 1];
    const w2r = tw[t + 2];
    const w2i = tw[t + 3];
    const w3r = tw[t + 4];
    const w3i = tw[t + 5];
    const w4r = tw[t + 6];
    const w4i = tw[t + 7];
    let i = s * p;
    let o = 5 * i;
    for (const end = i + s; i < end; i++, o++) {
      const ar = xr[i];
      const ai = xi[i];
      const br = xr[i + step];
      const bi = xi[i + step];
      const cr = xr[i + step2];
      const ci = xi[i + step2];
      const dr = xr[i + step3];
      const di = xi[i + step3];
      const er = xr[i + step4];
      const ei = xi[i + step4];
      const s1r = br + er;
      const s1i = bi + ei;
      const d1r = br - er;
      const d1i = bi - ei;
      const s2r = cr + dr;
      const s2i = ci + di;
      const d2r = cr - dr;
      const d2i = ci - di;
      yr[o] = ar + s1r + s2r;
      yi[o] = ai + s1i + s2i;
      const m1r = ar + COS72 * s1r + COS144 * s2r;
      const m1i = ai + COS72 * s1i + COS144 * s2i;
      const m2r = ar + COS144 * s1r + COS72 * s2r;
      const m2i = ai + COS144 * s1i + COS72 * s2i;
      const n1r = SIN72 * d1i + SIN144 * d2i;
      const n1i = -SIN72 * d1r - SIN144 * d2r;
      const n2r = SIN144 * d1i - SIN72 * d2i;
      const n2i = SIN72 * d2r - SIN144 * d1r;
      const f1r = m1r + n1r;
      const f1i = m1i + n1i;
      const f2r = m2r + n2r;
      const f2i = m2i + n2i;
      const f3r = m2r - n2r;
      const f3i = m2i - n2i;
      const f4r = m1r - n1r;
      const f4i = m1i - n1i;
      yr[o + s] = f1r * w1r - f1i * w1i;
      yi[o + s] = f1r * w1i + f1i * w1r;
      yr[o + s2] = f2r * w2r - f2i * w2i;
      yi[o + s2] = f2r * w2i + f2i * w2r;
      yr[o + s3] = f3r * w3r - f3i * w3i;
      yi[o + s3] = f3r * w3i + f3i * w3r;
      yr[o + s4] = f4r * w4r - f4i * w4i;
      yi[o + s4] = f4r * w4i + f4i * w4r;
    }
  }
};

/** Any odd radix r, in r^2 operations a group; `roots` holds exp(-2 pi i k / r), real and imaginary in turn. */
export function genericPass(r: number, roots: Float64Array): Pass {
  return (xr, xi, yr, yi, tw, m, s) => {
    const step = s * m;
    for (let p = 0; p < m; p++) {
      for (let q = 0; q < s; q++) {
        const from = q + s * p;
        const to = q + s * r * p;
        for (let j = 0; j < r; j++) {
          let sumR = 0;
          let sumI = 0;
          for (let k = 0, root = 0, i = from; k < r; k++, i += step) {
            const wr = roots[2 * root];
            const wi = roots[2 * root + 1];
            sumR += xr[i] * wr - xi[i] * wi;
            sumI += xr[i] * wi + xi[i] * wr;
            root += j;
            if (root >= r) root -= r;
          }
          const t = 2 * (p * (r - 1) + j - 1);
          const wr = j === 0 ? 1 : tw[t];
          const wi = j === 0 ? 0 : tw[t + 1];
          yr[to + j * s] = sumR * wr - sumI * wi;
          yi[to + j * s] = sumR * wi + sumI * wr;
        }
      }
    }
  };
}
