/** A piece of a line of YAML, for colouring. */
export interface Token {
  kind: 'key' | 'comment' | 'plain';
  text: string;
}

/** Splits a line into key, value and comment: enough to colour a file of parameters, not a parser. */
export function yamlTokens(line: string): Token[] {
  const comment = commentAt(line);
  const body = line.slice(0, comment);
  const key = /^(\s*(?:- )?)([\w.-]+)(?=\s*:(\s|$))/.exec(body);
  const tokens: Token[] = key
    ? [
        { kind: 'plain', text: key[1]! },
        { kind: 'key', text: key[2]! },
        { kind: 'plain', text: body.slice(key[0].length) },
      ]
    : [{ kind: 'plain', text: body }];
  tokens.push({ kind: 'comment', text: line.slice(comment) });
  return tokens.filter(({ text }) => text !== '');
}

/** Where a comment begins: a # at the start or after a space, outside of quotes. */
function commentAt(line: string): number {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]!;
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '#' && (i === 0 || /\s/.test(line[i - 1]!))) return i;
  }
  return line.length;
}
