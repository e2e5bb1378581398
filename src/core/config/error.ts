/** One thing wrong with a configuration. `path` is the key with dots; `line` and `column` count from 1 where a file is at
 *  hand. */
export interface ConfigIssue {
  path: string;
  line: number | null;
  column: number | null;
  message: string;
}

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly source: string;
  readonly issues: ConfigIssue[];

  constructor(source: string, issues: ConfigIssue[]) {
    const lines = issues.map(({ line, message }) => `${source}${line === null ? '' : `:${line}`}: ${message}`);
    super(lines.join('\n'));
    this.source = source;
    this.issues = issues;
  }
}
