/** What the host says to a worker. A worker answers jobs one at a time, in the order in which they came. `memoryMb` is a limit
 *  at which it is to end itself, where the host cannot look. */
export type ToWorker<Context = unknown, Request = unknown> =
  { type: 'start'; context: Context; memoryMb?: number } | { type: 'job'; id: number; request: Request };

/** What a worker says to its host. */
export type FromWorker<Reply = unknown> =
  /** It is set up and takes jobs. */
  | { type: 'ready' }
  | { type: 'reply'; id: number; reply: Reply }
  /** The job's handler threw: a fault of the program, not of the data, which are told in a reply. */
  | { type: 'threw'; id: number; message: string; stack: string | null };

/** What a worker writes to stderr before it ends itself at its memory limit: from the middle of a computation it can say
 *  nothing else, and how a process was ended does not tell by whom. */
export const GREW_TOO_LARGE = 'atoa: the memory limit of this process is reached';

/** True for a message that a worker of ours may have sent; anything else on the channel is not believed. */
export function isFromWorker<Reply>(message: unknown): message is FromWorker<Reply> {
  if (message === null || typeof message !== 'object' || !('type' in message)) return false;
  if (message.type === 'ready') return true;
  return (message.type === 'reply' || message.type === 'threw') && 'id' in message && typeof message.id === 'number';
}
