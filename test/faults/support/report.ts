import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** How often a fault is made where it is random: few in the short form. */
export const ROUNDS = Number(process.env.ATOA_FAULT_ROUNDS ?? 2);
/** The long form: more of everything that takes long. */
export const IS_LONG = ROUNDS > 2;
export const SEED = Number(process.env.ATOA_FAULT_SEED ?? 20180218);

/** Adds a row to the table that `npm run test:faults` closes with. */
export function reportRow(fault: string, figures: Record<string, string | number>): void {
  const file = process.env.ATOA_FAULT_REPORT;
  if (file === undefined) return;
  const rows = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown[]) : [];
  writeFileSync(file, JSON.stringify([...rows, { fault, ...figures }]));
}
