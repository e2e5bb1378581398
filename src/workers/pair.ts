import { openPort } from './port';
import { PairWorker } from './pairWorker';
import { serve } from './serve';
import type { PairContext, PairReply, PairRequest } from '@/executive';

/** The pair worker: gathers, measures and writes one pair after the other. */
serve<PairContext | null, PairRequest, PairReply>(openPort(), (context) => {
  const worker = new PairWorker(context);
  return (request) => worker.answer(request);
});
