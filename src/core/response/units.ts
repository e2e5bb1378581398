import { ResponseError } from './error';

/** Ground motion as displacement, velocity or acceleration. */
export type GroundMotion = 'DISP' | 'VEL' | 'ACC';

/** What a sensor takes in: `order` time derivatives of displacement, `perMetre` of its unit in a metre. */
interface InputUnit {
  order: 0 | 1 | 2;
  perMetre: number;
}

const LENGTHS: Record<string, number> = { KM: 1e-3, M: 1, CM: 1e2, MM: 1e3, UM: 1e6, NM: 1e9, PM: 1e12 };
const TIMES: Record<string, 0 | 1 | 2> = { '': 0, '/S': 1, '/S/S': 2, '/S**2': 2 };

/**
 * Reads a unit such as M, nm/s, M/S**2, m/sec^2, (M)/(S**2).
 * @throws ResponseError for a unit that is no ground motion
 */
export function inputUnit(name: string): InputUnit {
  const text = name
    .toUpperCase()
    .replace(/[\s()]/g, '')
    .replace(/SEC(OND)?S?/g, 'S')
    .replace(/MET(ER|RE)S?/g, 'M')
    .replace(/\^/g, '**')
    .replace(/S2$/, 'S**2');
  const length = /^[KCMUNP]?M/.exec(text)?.[0] ?? '';
  const order = TIMES[text.slice(length.length)];
  if (!(length in LENGTHS) || order === undefined) {
    throw new ResponseError(
      `the sensor takes in "${name}", which is no displacement, velocity or acceleration: ` +
        'leave this channel out, or correct the input units of its first stage',
    );
  }
  return { order, perMetre: LENGTHS[length] };
}

/** Time derivatives of displacement. */
export function orderOf(motion: GroundMotion): 0 | 1 | 2 {
  return motion === 'DISP' ? 0 : motion === 'VEL' ? 1 : 2;
}
