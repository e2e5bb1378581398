import { parseDocument, stringify } from 'yaml';
import { pathParameters } from './executive';

/** The paths that a text of parameters gives, as a text of its own: what is wrong elsewhere in it keeps nobody from seeing
 *  the data. Empty where they cannot be read either. */
export function salvagePaths(yaml: string): string {
  try {
    const content: unknown = parseDocument(yaml, { logLevel: 'silent' }).toJS();
    const given = content !== null && typeof content === 'object' && 'paths' in content ? content.paths : undefined;
    const paths = pathParameters.partial().safeParse(given);
    return paths.success ? stringify({ paths: given }) : '';
  } catch {
    // An alias that names nothing, or one that grows beyond all size.
    return '';
  }
}
