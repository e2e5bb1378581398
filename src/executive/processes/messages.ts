/** What the host says to a worker. A worker answers jobs one at a time, in the order in which they came. */
export type ToWorker<Context = unknown, Request = unknown> =
  { type: 'start'; context: Context } | { type: 'job'; id: number; request: Request };

/** What a worker says to its host. */
export type FromWorker<Reply = unknown> =
  /** It is set up and takes jobs. */
  | { type: 'ready' }
  | { type: 'reply'; id: number; reply: Reply }
  /** The job's handler threw: a fault of the program, not of the data, which are told in a reply. */
  | { type: 'threw'; id: number; message: string; stack: string | null };

/** True for a message that a worker of ours may have sent; anything else on the channel is not believed. */
export function isFromWorker<Reply>(message: unknown): message is FromWorker<Reply> {
  if (message === null || typeof message !== 'object' || !('type' in message)) return false;
  if (message.type === 'ready') return true;
  return (message.type === 'reply' || message.type === 'threw') && 'id' in message && typeof message.id === 'number';
}
