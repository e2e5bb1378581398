// In a utility process Electron gives `process.parentPort`; the double's child process gets the same over Node's channel.
import { EventEmitter } from 'node:events';

const port = new EventEmitter();
port.postMessage = (message) => process.connected && process.send(message);
process.parentPort = port;

// As a MessagePort does, it keeps what comes before somebody listens.
port.on('newListener', (event) => {
  if (event !== 'message' || port.listenerCount('message') > 0) return;
  setImmediate(() => process.on('message', (data) => port.emit('message', { data, ports: [] })));
});
// An unreferenced channel would let the process end between two messages; a utility process lives until it is killed.
process.channel?.ref();
// Chromium ends its utility processes with the main process.
process.on('disconnect', () => process.exit(0));
