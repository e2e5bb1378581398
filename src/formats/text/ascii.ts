/** Bytes of the characters that numbers and lines of text are made of. */
export const NEWLINE = 10;
export const SPACE = 32;
export const HASH = 35;
export const PLUS = 43;
export const MINUS = 45;
export const POINT = 46;
export const ZERO = 48;
export const E = 101;
