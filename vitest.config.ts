import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': resolve(import.meta.dirname, 'src') };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        test: { name: 'reference', include: ['test/reference/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        // These drive the built bundle: `npm run build` comes first.
        resolve: { alias },
        test: {
          name: 'end-to-end',
          include: ['test/e2e/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // A state is waited for, as by locators: the second that is the default is over before a busy machine has drawn it.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
