/** How to read the sampling interval: `pyatoa` rounds it as the reference stack does, `corrected` does not. */
export type Conventions = 'pyatoa' | 'corrected';
