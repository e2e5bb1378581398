import { z } from 'zod';
import { choice, flag } from './field';

/** Which evaluations have windows of their own, and which take those of an earlier one. */
export const fixWindowParameters = z.strictObject({
  policy: choice(['always', 'iteration', 'once'], 'always', {
    title: 'Select windows',
    help: 'Anew in every evaluation (always), in step 0 of each iteration (iteration), or in step 0 of iteration 1 (once); the others take the windows of that evaluation.',
  }),
  from: z
    .string()
    .regex(/^(default|i\d{2}(\/s\d{2})?)$/, { message: 'must name an evaluation, such as i01/s00' })
    .nullable()
    .default(null)
    .meta({
      title: 'Windows from',
      help: 'An evaluation in the dataset to take windows from, such as i01/s00, whatever the policy.',
    }),
  revalidate: flag(false, {
    title: 'Revalidate',
    help: 'Drop windows taken from an earlier evaluation whose time shift, dlnA or correlation is not accepted any more.',
  }),
});
