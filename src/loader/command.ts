import { startEarly } from './early';
import { loadProgram, programOf } from './program';

// The command line's loader: workers start while its program is loaded.

const launcher = startEarly(process.argv.slice(2), import.meta.filename);
const { exports } = loadProgram(programOf(import.meta.filename));
(exports as { start(launcher: unknown): void }).start(launcher);
