import type { ProjectOverview } from '@/api';
import { readOutcomes } from '@/executive';
import { inspectProject, openProject, type Project } from '@/project';
import { SessionError } from './error';

/** The folder that is open: one at a time. */
export class ProjectDesk {
  #project: Project | null = null;

  /** @throws SessionError where no project is open */
  get project(): Project {
    if (this.#project === null) throw new SessionError('no-project', 'No project is open.', 'Open a folder first.');
    return this.#project;
  }

  get path(): string | null {
    return this.#project?.path ?? null;
  }

  /** @throws ProjectError, ConfigError */
  async open(path: string): Promise<ProjectOverview> {
    const project = await openProject(path);
    const overview = { ...inspectProject(project), outcomes: await readOutcomes(project) };
    this.#project = project;
    return overview;
  }

  close(): void {
    this.#project = null;
  }
}
