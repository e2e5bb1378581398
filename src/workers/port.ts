import type { ParentPort } from 'electron';
import { endWithHost } from './host';

/** The worker's end of the channel to its host. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The host is gone. */
  onClose(listener: () => void): void;
}

/** The channel that started us: an Electron utility process's port, or a Node child process's.
 *  @throws Error where there is none: a worker is not a program of its own */
export function openPort(): Port {
  // Electron's types have it in every process; only its utility processes do.
  const parentPort: ParentPort | undefined = process.parentPort;
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      // Chromium ends its utility processes with the main process, whatever they are at.
      onClose: () => undefined,
    };
  }
  if (process.send === undefined) throw new Error('a worker is started by Atoa, not by hand');
  endWithHost();
  return {
    post: (message) => process.send!(message),
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  };
}
