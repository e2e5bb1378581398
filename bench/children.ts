import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a command took, with all processes that it started and waited for. */
export interface Usage {
  /** s from its start to its last byte. */
  wall: number;
  /** s of processor time; not a number where the system does not tell (other than Linux). */
  cpu: number;
}

/** Ticks of the processor clock in a second, as every Linux has it. */
const TICKS = 100;

/** Runs a command to its end, its output unseen.
 *  @throws Error with what it wrote to stderr where it fails */
export async function run(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Usage> {
  const before = childrenSeconds();
  const began = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  const code = await new Promise<number | null>((ended, failed) => {
    child.on('error', failed);
    child.on('close', ended);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`);
  return { wall: (performance.now() - began) / 1000, cpu: childrenSeconds() - before };
}

/** Processor time of all children that have ended, theirs included, s. @see proc(5), cutime and cstime */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return NaN;
  }
}
