import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { commitEvent, DatasetDraft, loadHdf5, type CommitReport, type CommitRequest } from '@/dataset';
import {
  takeLockPatiently,
  writeFailure,
  type ProjectLock,
  type WriterContext,
  type WriterReply,
  type WriterRequest,
} from '@/executive';
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
serve<WriterContext, WriterRequest, WriterReply>(openPort(), ({ lock: file }) => {
  // Held as long as a file is written, by this or by an earlier process of a host that was killed.
  let lock: ProjectLock | null = null;
  let draft: DatasetDraft | null = null;

  const addAhead = async ({ target, event, spools }: CommitRequest): Promise<void> => {
    // One at a time; what is to be added to an old dataset waits for all of its event.
    if (draft === null ? existsSync(target) : draft.target !== target) return;
    draft ??= await DatasetDraft.begin({ target, event });
    draft.add(spools);
  };
  const commit = (request: CommitRequest): Promise<CommitReport> => {
    const own = draft?.target === request.target ? draft : null;
    if (own) draft = null;
    return commitEvent(request, own);
  };

  return async ({ isAhead, ...request }) => {
    try {
      lock ??= await takeLockPatiently(file, PATIENCE_MS);
      if (!isAhead) return { ok: true, report: await commit(request) };
      await addAhead(request);
      return { ok: true, report: null };
    } catch (error) {
      draft = null;
      return { ok: false, failure: writeFailure(error, request.target) };
    } finally {
      if (draft === null) {
        lock?.release();
        lock = null;
      }
    }
  };
});
