import type { Complex } from '@/core/model';

export const complex = (re: number, im = 0): Complex => ({ re, im });
export const add = (a: Complex, b: Complex): Complex => complex(a.re + b.re, a.im + b.im);
export const subtract = (a: Complex, b: Complex): Complex => complex(a.re - b.re, a.im - b.im);
export const scale = (a: Complex, factor: number): Complex => complex(a.re * factor, a.im * factor);
export const abs = (a: Complex): number => Math.hypot(a.re, a.im);

export function multiply(a: Complex, b: Complex): Complex {
  return complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** a / b, scaled by the larger part of b (Smith 1962), so that nothing overflows on the way. */
export function divide(a: Complex, b: Complex): Complex {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const denominator = 1 / (b.re + b.im * ratio);
    return complex((a.re + a.im * ratio) * denominator, (a.im - a.re * ratio) * denominator);
  }
  const ratio = b.re / b.im;
  const denominator = 1 / (b.im + b.re * ratio);
  return complex((a.re * ratio + a.im) * denominator, (a.im * ratio - a.re) * denominator);
}

/** Principal square root, from 2 Re Im = im, which avoids cancellation. */
export function squareRoot(a: Complex): Complex {
  const modulus = abs(a);
  if (modulus === 0) return complex(0);
  if (a.re > 0) {
    const re = Math.sqrt(0.5 * (modulus + a.re));
    return complex(re, 0.5 * (a.im / re));
  }
  const im = Math.sqrt(0.5 * (modulus - a.re));
  return complex(Math.abs(0.5 * (a.im / im)), a.im < 0 ? -im : im);
}

export function product(values: Complex[]): Complex {
  return values.reduce(multiply, complex(1));
}
