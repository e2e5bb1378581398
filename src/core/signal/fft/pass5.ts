import type { Pass } from './passes';

const COS72 = (Math.sqrt(5) - 1) / 4;
const COS144 = -(Math.sqrt(5) + 1) / 4;
const SIN72 = Math.sqrt(10 + 2 * Math.sqrt(5)) / 4;
const SIN144 = Math.sqrt(10 - 2 * Math.sqrt(5)) / 4;

/** Radix 5; see `Pass`. */
export const pass5: Pass = (x, y, tw, m, s) => {
  const stride = 2 * s;
  const step = stride * m;
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
    let i = stride * p;
    let o = 5 * i;
    for (const end = i + stride; i < end; i += 2, o += 2) {
      const i1 = i + step;
      const i2 = i1 + step;
      const i3 = i2 + step;
      const i4 = i3 + step;
      const ar = x[i];
      const ai = x[i + 1];
      const br = x[i1];
      const bi = x[i1 + 1];
      const er = x[i4];
      const ei = x[i4 + 1];
      const s1r = br + er;
      const s1i = bi + ei;
      const d1r = br - er;
      const d1i = bi - ei;
      const cr = x[i2];
      const ci = x[i2 + 1];
      const dr = x[i3];
      const di = x[i3 + 1];
      const s2r = cr + dr;
      const s2i = ci + di;
      const d2r = cr - dr;
      const d2i = ci - di;
      y[o] = ar + s1r + s2r;
      y[o + 1] = ai + s1i + s2i;
      const o1 = o + stride;
      const o2 = o1 + stride;
      const o3 = o2 + stride;
      const o4 = o3 + stride;
      const m1r = ar + COS72 * s1r + COS144 * s2r;
      const m1i = ai + COS72 * s1i + COS144 * s2i;
      const n1r = SIN72 * d1i + SIN144 * d2i;
      const n1i = -SIN72 * d1r - SIN144 * d2r;
      const f1r = m1r + n1r;
      const f1i = m1i + n1i;
      y[o1] = f1r * w1r - f1i * w1i;
      y[o1 + 1] = f1r * w1i + f1i * w1r;
      const f4r = m1r - n1r;
      const f4i = m1i - n1i;
      y[o4] = f4r * w4r - f4i * w4i;
      y[o4 + 1] = f4r * w4i + f4i * w4r;
      const m2r = ar + COS144 * s1r + COS72 * s2r;
      const m2i = ai + COS144 * s1i + COS72 * s2i;
      const n2r = SIN144 * d1i - SIN72 * d2i;
      const n2i = SIN72 * d2r - SIN144 * d1r;
      const f2r = m2r + n2r;
      const f2i = m2i + n2i;
      y[o2] = f2r * w2r - f2i * w2i;
      y[o2 + 1] = f2r * w2i + f2i * w2r;
      const f3r = m2r - n2r;
      const f3i = m2i - n2i;
      y[o3] = f3r * w3r - f3i * w3i;
      y[o3 + 1] = f3r * w3i + f3i * w3r;
    }
  }
};
