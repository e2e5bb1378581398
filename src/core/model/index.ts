export * from './adjoint';
export * from './event';
export * from './failure';
export * from './outcome';
export * from './station';
export * from './time';
export * from './trace';
export * from './window';
