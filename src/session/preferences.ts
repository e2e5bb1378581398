import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { DEFAULT_PREFERENCES, preferencesSchema, type Preferences, type PreferencesState } from '@/api';
import { makeFolder } from '@/dataset';
import { SessionError } from './error';
import { parseJson } from './json';

const NAME = 'preferences.json';

/** The user's preferences in a file of the user's folder. It is read at once: a window needs its theme before it opens. */
export class PreferencesFile {
  readonly #folder: string;
  readonly #changed: (preferences: Preferences) => void;
  #state: PreferencesState;

  /** @param changed told of the preferences at first, and whenever they change */
  constructor(userData: string, changed: (preferences: Preferences) => void) {
    this.#folder = userData;
    this.#changed = changed;
    this.#state = read(userData);
    changed(this.#state.preferences);
  }

  get state(): PreferencesState {
    return this.#state;
  }

  /** @throws SessionError where they cannot be kept; they hold for this session all the same */
  async set(change: Partial<Preferences>): Promise<PreferencesState> {
    const preferences = { ...this.#state.preferences, ...change };
    this.#state = { preferences, notice: null };
    this.#changed(preferences);
    try {
      makeFolder(this.#folder);
      await writeFileAtomic(join(this.#folder, NAME), `${JSON.stringify(preferences, null, 2)}\n`);
    } catch (cause) {
      throw new SessionError(
        'preferences-not-kept',
        `${join(this.#folder, NAME)} cannot be written: the preferences hold until Atoa is closed.`,
        'Check the permissions of the folder, and its disk.',
        cause,
      );
    }
    return this.#state;
  }
}

/** A damaged file is put aside, so that nothing of it is lost, and the defaults hold. */
function read(folder: string): PreferencesState {
  const file = join(folder, NAME);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { preferences: DEFAULT_PREFERENCES, notice: null };
    return { preferences: DEFAULT_PREFERENCES, notice: `${file} cannot be read: the default preferences hold.` };
  }
  const parsed = preferencesSchema.safeParse(parseJson(text));
  if (parsed.success) return { preferences: { ...DEFAULT_PREFERENCES, ...parsed.data }, notice: null };
  return { preferences: DEFAULT_PREFERENCES, notice: putAside(file) };
}

function putAside(file: string): string {
  try {
    renameSync(file, `${file}.damaged`);
    return `${NAME} was damaged: the default preferences hold. What it held is kept as ${file}.damaged.`;
  } catch {
    return `${file} is damaged: the default preferences hold.`;
  }
}
