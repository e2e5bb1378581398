import type { ProjectOverview } from '@/api';
import { readOutcomes } from '@/executive';
import { inspectProject, openProject, type Project } from '@/project';
import { SessionError } from './error';
import { OutcomeBook } from './outcomeBook';

/** The folder that is open: one at a time. */
export class ProjectDesk {
  readonly outcomes = new OutcomeBook();
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
    const outcomes = await readOutcomes(project);
    this.#project = project;
    this.outcomes.load(outcomes);
    return { ...inspectProject(project), outcomes };
  }

  close(): void {
    this.#project = null;
    this.outcomes.load([]);
  }
}
