import { join } from 'node:path';
import type { Input, SavedSelection, SavedSelections } from '@/api';
import { outputFolders } from '@/project';
import { SessionError } from './error';
import type { ProjectDesk } from './projectDesk';
import { damageNotice, readSelections, writeSelections } from './selectionsFile';

const FILE = 'selections.json';

/** The selections that are kept in the open project. Each change reads the file again and writes it whole; nothing is
 *  written before the first is saved. */
export class SelectionsDesk {
  readonly #desk: ProjectDesk;
  #last: Promise<unknown> = Promise.resolve();

  constructor(desk: ProjectDesk) {
    this.#desk = desk;
  }

  async list(): Promise<SavedSelections> {
    const { path } = this.#place();
    const { selections, damage } = await readSelections(path);
    return { selections: sorted(selections), notice: damage === null ? null : damageNotice(path, damage) };
  }

  /** @throws SessionError where the name is taken and is not to be replaced */
  save({ selection, replace }: Input<'saveSelection'>): Promise<SavedSelections> {
    return this.#change((selections) => {
      const others = selections.filter(({ name }) => name !== selection.name);
      if (others.length < selections.length && !replace) throw taken(selection.name);
      return [...others, { ...selection, savedAt: new Date().toISOString() }];
    });
  }

  /** @throws SessionError where there is none of this name, or the new one is taken */
  rename({ name, to }: Input<'renameSelection'>): Promise<SavedSelections> {
    return this.#change((selections) => {
      const found = find(selections, name);
      if (to !== name && selections.some((other) => other.name === to)) throw taken(to);
      return selections.map((selection) => (selection === found ? { ...found, name: to } : selection));
    });
  }

  /** @throws SessionError where there is none of this name */
  remove({ name }: Input<'deleteSelection'>): Promise<SavedSelections> {
    return this.#change((selections) => {
      const found = find(selections, name);
      return selections.filter((selection) => selection !== found);
    });
  }

  /** One change after the other: two at once would each lose what the other has written. */
  #change(change: (selections: SavedSelection[]) => SavedSelection[]): Promise<SavedSelections> {
    const { path, folder } = this.#place();
    const done = this.#last.then(async () => {
      const { selections, damage } = await readSelections(path);
      const changed = sorted(change(selections));
      await writeSelections(path, folder, changed, damage !== null);
      return { selections: changed, notice: null };
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  #place(): { path: string; folder: string } {
    const folder = outputFolders(this.#desk.project).state;
    return { path: join(folder, FILE), folder };
  }
}

function sorted(selections: SavedSelection[]): SavedSelection[] {
  return selections.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function find(selections: SavedSelection[], name: string): SavedSelection {
  const found = selections.find((selection) => selection.name === name);
  if (found) return found;
  throw new SessionError('unknown-selection', `There is no selection "${name}" any more.`, 'Open the list again.');
}

function taken(name: string): SessionError {
  return new SessionError('name-taken', `There is a selection "${name}" already.`, 'Take another name, or replace it.');
}
