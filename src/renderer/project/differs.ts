import type { ProjectOverview } from '@/api';

/** Whether a project that was read again is another than before, in what is found or set. */
export function differs(before: ProjectOverview, now: ProjectOverview): boolean {
  // Row by row: as one text, millions of cells would take their time.
  return now.availability.some((row, i) => row !== before.availability[i]) || summary(before) !== summary(now);
}

function summary({ events, stations, problems, configFile, broken, parameters }: ProjectOverview): string {
  return JSON.stringify({ events, stations, problems, configFile, broken, parameters });
}
