// The double's utility processes: Node's child processes with a `parentPort`.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { app, needsReady, tell } from './lifecycle.mjs';

class UtilityProcess extends EventEmitter {
  #child;
  #state = 'starting';

  constructor(path, args, { serviceName, env, stdio }) {
    super();
    if (stdio !== 'pipe') throw new Error('the double pipes what a utility process writes');
    const preload = pathToFileURL(join(import.meta.dirname, 'parentPort.mjs')).href;
    this.#child = fork(path, args, {
      env,
      // Electron only warns of a rejection that is not handled.
      execArgv: ['--import', preload, '--unhandled-rejections=warn'],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.stdout = this.#child.stdout.pipe(new PassThrough());
    this.stderr = this.#child.stderr.pipe(new PassThrough());
    tell('utility-process', { serviceName, path });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('spawn', () => {
      this.#state = 'running';
      this.emit('spawn');
    });
    this.#child.on('exit', (code, signal) => this.#exited(serviceName, code, signal));
  }

  #exited(name, code, signal) {
    this.#state = 'gone';
    // V8 gives up, for want of memory for example.
    if (signal === 'SIGABRT') this.emit('error', 'FatalError', 'v8', '{}');
    this.emit('exit', code ?? 1);
    // Electron takes all listeners away, and the streams.
    for (const stream of [this.stdout, this.stderr]) stream.removeAllListeners();
    this.stdout = this.stderr = null;
    // The reason of a death may come after the death.
    const reason = signal ? 'killed' : code === 0 ? 'clean-exit' : 'abnormal-exit';
    const details = { type: 'Utility', name, serviceName: 'node.mojom.NodeService', reason, exitCode: code ?? 1 };
    if (reason !== 'clean-exit') setImmediate(() => app.emit('child-process-gone', {}, details));
  }

  get pid() {
    return this.#state === 'running' ? this.#child.pid : undefined;
  }
  postMessage(message) {
    if (this.#state !== 'gone' && this.#child.connected) this.#child.send(structuredClone(message));
  }
  kill() {
    return this.#state === 'running' && this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = {
  fork(path, args, options) {
    needsReady('utilityProcess.fork');
    return new UtilityProcess(path, args, options);
  },
};
