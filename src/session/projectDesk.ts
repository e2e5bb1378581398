import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ConfigError, salvagePaths } from '@/core/config';
import type { ProjectProblem } from '@/core/model';
import type { ApiEvents, BrokenParameters, ProjectOverview } from '@/api';
import { HandBook, openApart, readResults, type JournalledResults } from '@/executive';
import { CONFIG_NAMES, findParameters, folderMarks, inspectProject, projectProblems, type Project } from '@/project';
import { SessionError } from './error';
import type { SessionHost } from './host';
import { OutcomeBook } from './outcomeBook';
import { ParametersWatch } from './parametersWatch';
import type { ProjectPath } from './projectPath';

interface Opened {
  project: Project;
  broken: BrokenParameters | null;
  /** As it was asked for: it is opened again in the same way. */
  path: ProjectPath;
}

/** The folder that is open: one at a time. */
export class ProjectDesk {
  readonly outcomes = new OutcomeBook();
  /** Decisions by hand. */
  hand = new HandBook();
  /** What the last run was of; null before the first. */
  selection: JournalledResults['selection'] = null;
  readonly #host: Pick<SessionHost, 'launcher' | 'log'>;
  readonly #watch: ParametersWatch;
  #opened: Opened | null = null;
  /** Which pairs keep results without waveforms. */
  #left: ProjectProblem[] = [];
  /** What the folders were like when they were read. */
  #marks = '';

  /** @param parametersChanged told of the name of the file of parameters when another program changes it */
  constructor(host: Pick<SessionHost, 'launcher' | 'log'>, parametersChanged: (name: string) => void) {
    this.#host = host;
    this.#watch = new ParametersWatch(() => parametersChanged(basename(this.parametersFile)));
  }

  /** @throws SessionError where no project is open */
  get project(): Project {
    if (this.#opened === null) throw new SessionError('no-project', 'No project is open.', 'Open a folder first.');
    return this.#opened.project;
  }

  get path(): string | null {
    return this.#opened?.project.path ?? null;
  }

  /** Where the open project's parameters stand, or would. */
  get parametersFile(): string {
    const { configFile, path } = this.project;
    return configFile ?? join(path, CONFIG_NAMES[0]);
  }

  /** Opens a folder. One whose file of parameters is broken is opened with defaults, as far as it can be looked at.
   *  @param isRunning a run of it goes: that knows better than the journal which pairs it does again
   *  @throws ProjectError */
  async open(path: ProjectPath, isRunning = false): Promise<ProjectOverview> {
    const opened = await this.#read(path);
    const { project, broken } = opened;
    const since = project.path === this.path ? this.outcomes.mark() : null;
    const [{ records, hand, selection, earlier, otherwise, left }, marks, found] = await Promise.all([
      readResults(project),
      folderMarks(project),
      findParameters(project.path, path.config),
    ]);
    this.#opened = opened;
    this.#left = left;
    this.#marks = marks;
    this.hand = hand;
    this.selection = selection;
    this.outcomes.load(records, since, isRunning ? undefined : earlier);
    this.#watch.begin(this.parametersFile, found?.text ?? '');
    return { ...inspectProject(project, left), broken, outcomeCount: this.outcomes.size, measuredOtherwise: otherwise };
  }

  /** Takes what a run tells at its end.
   *  @returns the problems that there are now; null where they are as before */
  takeLeftBehind(left: ProjectProblem[]): ApiEvents['problems'] | null {
    if (this.path === null || wordsOf(left) === wordsOf(this.#left)) return null;
    this.#left = left;
    return { path: this.path, problems: projectProblems(this.project, left) };
  }

  /** Opens the project again where its folders are not as they were read.
   *  @returns null where they are */
  async recheck(force: boolean): Promise<ProjectOverview | null> {
    const { project } = this;
    if (!force && (await folderMarks(project)) === this.#marks) return null;
    return this.reopen();
  }

  /** Reads the open project anew, with the same file of parameters.
   *  @throws SessionError where none is open, or its folder is gone; ProjectError */
  async reopen(): Promise<ProjectOverview> {
    await this.refuseGone();
    return this.open(this.#opened?.path ?? { folder: this.project.path });
  }

  /** To be called before its parameters are written: that is no change by another program. */
  expectParameters(yaml: string): void {
    this.#watch.expect(yaml);
  }

  /** @throws SessionError where the open project's folder was removed or renamed */
  async refuseGone(): Promise<void> {
    const { path } = this.project;
    if (await isFolder(path)) return;
    throw new SessionError(
      'folder-gone',
      `The folder of the open project is not there any more: ${path}`,
      'It was removed or renamed, or its disk is away. Put it back to go on where you were, or open it where it is now.',
    );
  }

  /** @throws SessionError where the parameters are broken */
  refuseBroken(): void {
    const issue = this.#opened?.broken?.issues[0];
    if (issue === undefined) return;
    const place = issue.line === null ? '' : `, line ${issue.line}`;
    throw new SessionError(
      'broken-parameters',
      `${basename(this.parametersFile)}${place}: ${issue.message}`,
      'Mend the parameters in Configure: until then nothing can be run.',
    );
  }

  close(): void {
    this.#opened = null;
    this.#left = [];
    this.#watch.end();
    this.hand = new HandBook();
    this.selection = null;
    this.outcomes.load([], null, []);
  }

  async #read(path: ProjectPath): Promise<Opened> {
    const { folder, config } = path;
    try {
      return { project: await openApart(folder, { config }, this.#host), broken: null, path };
    } catch (error) {
      const found = error instanceof ConfigError ? await findParameters(folder, config) : null;
      if (!(error instanceof ConfigError) || found === null) throw error;
      const { file, text } = found;
      const project = await openApart(folder, { yaml: salvagePaths(text) }, this.#host);
      const problems = [...error.issues.map((issue) => problemOf(file, issue)), ...project.problems];
      return {
        project: { ...project, configFile: file, problems },
        broken: { name: basename(file), issues: error.issues },
        path,
      };
    }
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.isDirectory();
}

function problemOf(file: string, { line, column, message }: BrokenParameters['issues'][number]): ProjectProblem {
  const place = line === null ? '' : `, line ${line}${column === null ? '' : `, column ${column}`}`;
  return {
    severity: 'error',
    file,
    message: `${basename(file)}${place}: ${message}`,
    advice: 'Mend it in Configure, or with an editor. Until then defaults hold, and nothing can be run.',
  };
}

function wordsOf(problems: ProjectProblem[]): string {
  return problems.map(({ message }) => message).join('\n');
}
