import { setFlagsFromString } from 'node:v8';
import { commitEvent, loadHdf5 } from '@/dataset';
import { takeLockPatiently, writeFailure, type WriterContext, type WriterReply, type WriterRequest } from '@/executive';
import { openPort } from './port';
import { serve } from './serve';

/** How long the writer of a run that was killed may go on with its dataset. */
const PATIENCE_MS = 60_000;

// The HDF5 library is large and its time is spent all over it: optimizing what a short run calls costs more than it gives
// back (docs/performance.md). A function is optimized when a long run has earned it. A version of V8 that
// does not know the flag says so and goes on. Electron does not promise that flags may be set in a process that runs.
if (process.versions.electron === undefined) setFlagsFromString('--wasm-tiering-budget=300000000');

// It takes a while, and the first dataset comes later. What fails here fails again there, and is told then.
loadHdf5().catch(() => undefined);

/** The dataset writer: the only process that touches HDF5, which has no locks of its own. */
serve<WriterContext, WriterRequest, WriterReply>(openPort(), ({ lock: file }) => async (request) => {
  try {
    const lock = await takeLockPatiently(file, PATIENCE_MS);
    try {
      return { ok: true, report: await commitEvent(request) };
    } finally {
      lock.release();
    }
  } catch (error) {
    return { ok: false, failure: writeFailure(error, request.target) };
  }
});
