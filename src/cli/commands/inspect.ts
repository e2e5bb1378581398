import { evaluationPath } from '@/core/config';
import { openApart, readResults } from '@/executive';
import { inspectProject } from '@/project';
import { plainLauncher } from '../launcher';
import { inspectionText } from '../inspectionText';
import { countPairs } from '../pairCounts';

export interface InspectOptions {
  config?: string;
  json: boolean;
}

/** Prints what a project holds and what is missing. */
export async function inspect(folder: string, { config, json }: InspectOptions): Promise<number> {
  const project = await openApart(folder, config === undefined ? {} : { config }, { launcher: plainLauncher() });
  const { left, hand } = await readResults(project);
  const inspection = inspectProject(project, left);
  const handDecisions = hand.list(evaluationPath(project.parameters));
  if (json) console.log(JSON.stringify({ ...inspection, pairs: countPairs(inspection), handDecisions }, null, 2));
  else console.log(inspectionText(inspection, handDecisions));
  return 0;
}
