import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { roomsRule } from './tools/eslint/rooms.js';

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'test/**/data/'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts'],
    // These look behind a room's door: the first compare inner steps with the reference, the second mends a checksum.
    ignores: ['test/reference/**', 'test/support/fuzz/corpus.ts'],
    plugins: { atoa: { rules: { rooms: roomsRule } } },
    rules: { 'atoa/rooms': 'error' },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/cli/**', 'bin/**', 'scripts/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
);
