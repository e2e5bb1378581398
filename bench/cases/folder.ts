import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file and the folders on its way. */
export function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Lets a file stand under a second name, without a copy of its bytes. */
export function link(from: string, to: string): void {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  linkSync(from, to);
}

export interface Waveform {
  event: string;
  /** NN.SSS.CCC */
  channel: string;
  observed: string;
  synthetic: string;
}

/** Puts a pair's component, both sides SPECFEM ASCII, into the project and into the folder of the peer. */
export function putWaveform(project: string, peer: string, { event, channel, observed, synthetic }: Waveform): void {
  const sides = [
    { own: 'observed', theirs: 'obs', text: observed },
    { own: 'synthetics', theirs: 'syn', text: synthetic },
  ];
  for (const { own, theirs, text } of sides) {
    const file = join(project, own, event, `${channel}.semd`);
    put(file, text);
    link(file, join(peer, event, theirs, `${channel}.semd`));
  }
}

/** Two columns as SPECFEM writes them. */
export function specfemText(start: number, delta: number, data: Float64Array): string {
  let text = '';
  for (let i = 0; i < data.length; i++) {
    text += `${(start + i * delta).toFixed(7).padStart(13)}  ${data[i]!.toExponential(9)}\n`;
  }
  return text;
}
