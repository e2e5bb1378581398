/** The loops of src/core/signal that run as WebAssembly: one module over one memory. `npm run kernels` compiles it. */
export * from './passes';
export * from './real';
export * from './correlation';
export * from './series';
