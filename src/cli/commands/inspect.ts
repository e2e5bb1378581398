import { inspectProject, openProject } from '@/project';
import { inspectionText } from '../inspectionText';

export interface InspectOptions {
  config?: string;
  json: boolean;
}

/** Prints what a project holds and what is missing. */
export async function inspect(folder: string, { config, json }: InspectOptions): Promise<number> {
  const project = await openProject(folder, config === undefined ? {} : { config });
  const inspection = inspectProject(project);
  if (json) console.log(JSON.stringify(inspection, null, 2));
  else console.log(inspectionText(inspection));
  return 0;
}
