export { ResponseError } from './error';
export { evaluateResponse } from './evaluate';
export { removeResponse, type RemovalOptions } from './remove';
export type { GroundMotion } from './units';
