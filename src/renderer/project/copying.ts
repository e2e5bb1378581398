import { notifyDone, notifyError } from '../app/notices';
import { texts } from '../texts';
import { problemText, type ListedProblem } from './problems';

const t = texts.project;

/** Puts problems into the clipboard, a line each. */
export async function copyProblems(problems: ListedProblem[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(problems.map(problemText).join('\n'));
    notifyDone(t.copied(problems.length));
  } catch {
    notifyError(new Error(t.notCopied));
  }
}
