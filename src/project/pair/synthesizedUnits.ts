import { basename } from 'node:path';
import type { Parameters } from '@/core/config';

type Unit = Parameters['unit_output'];

/** SPECFEM names its seismograms by the ground motion in them: NN.SSS.CCC.semd, .semv, .sema. */
const NAME = /\.sem([dva])(?=$|[./])/i;
const UNITS: Record<string, Unit> = { d: 'DISP', v: 'VEL', a: 'ACC' };
const WORDS: Record<Unit, string> = { DISP: 'displacement', VEL: 'velocity', ACC: 'acceleration' };

function unitOf(file: string): Unit | null {
  const letter = NAME.exec(basename(file))?.[1];
  return letter === undefined ? null : UNITS[letter.toLowerCase()]!;
}

/** Of seismograms that are there as displacement, velocity and acceleration, the ones wanted; what is there in one ground
 *  motion only stays, whichever it is. */
export function chooseUnit(files: string[], unit: Unit): string[] {
  if (files.length < 2) return files;
  const stem = (file: string) => file.replace(NAME, '.sem');
  const wanted = new Set(files.filter((file) => unitOf(file) === unit).map(stem));
  return files.filter((file) => {
    const own = unitOf(file);
    return own === null || own === unit || !wanted.has(stem(file));
  });
}

/** A sentence for each ground motion other than the one wanted. */
export function unitWarnings(files: string[], unit: Unit): string[] {
  const others = new Map(files.flatMap((file) => other(file, unit)));
  return [...others].map(
    ([own, file]) =>
      `${basename(file)} is ${WORDS[own]} by its name, but unit_output is ${unit}: it is measured as it stands`,
  );
}

function other(file: string, unit: Unit): [Unit, string][] {
  const own = unitOf(file);
  return own === null || own === unit ? [] : [[own, file]];
}
