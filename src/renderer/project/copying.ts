import { copyText } from '../common/clipboard';
import { texts } from '../texts';
import { problemText, type ListedProblem } from './problems';

const t = texts.project;

/** Puts problems into the clipboard, a line each. */
export function copyProblems(problems: ListedProblem[]): Promise<void> {
  return copyText(problems.map(problemText).join('\n'), t.copied(problems.length));
}
