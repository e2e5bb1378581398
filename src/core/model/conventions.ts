/** What is done where the reference stack departs from a definition: as it does, or as the definition says
 *  (docs/conventions.md names each place). */
export const CONVENTIONS = ['pyatoa', 'corrected'] as const;

export type Conventions = (typeof CONVENTIONS)[number];
