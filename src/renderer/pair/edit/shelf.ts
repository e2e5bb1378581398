import { create } from 'zustand';
import { evaluationPath } from '@/core/config';
import { useApp } from '../../app/store';

/** Of a project and evaluation; the oldest ones are given up. */
const MOST = 200;

type Items<T> = Readonly<Record<string, T>>;

/** What somebody has begun on pairs and not saved yet, by key. It is kept for each project and evaluation, and outlives a
 *  page that is loaded again, or crashes. */
export class Shelf<T> {
  /** Of the open project in its present evaluation. */
  readonly store = create<{ items: Items<T> }>(() => ({ items: {} }));
  #place: string | null = null;

  /** @param name of what is kept, in the browser's storage
   *  @param onMove hears that another project or evaluation is looked at */
  constructor(name: string, onMove?: () => void) {
    useApp.subscribe(({ project }) => {
      const place = project && `${name} ${project.path} ${evaluationPath(project.parameters)}`;
      if (place === this.#place) return;
      this.#place = place;
      onMove?.();
      this.store.setState({ items: read(place) });
    });
  }

  get(key: string): T | undefined {
    const { items } = this.store.getState();
    return Object.hasOwn(items, key) ? items[key] : undefined;
  }

  /** The latest is the last that is given up. */
  put(key: string, item: T): void {
    this.#write([...this.#others(key), [key, item]]);
  }

  drop(key: string): void {
    if (this.get(key) !== undefined) this.#write(this.#others(key));
  }

  #others(key: string): [string, T][] {
    return Object.entries(this.store.getState().items).filter(([other]) => other !== key);
  }

  #write(entries: [string, T][]): void {
    const items = Object.fromEntries(entries.slice(-MOST));
    this.store.setState({ items });
    if (this.#place === null) return;
    if (entries.length === 0) localStorage.removeItem(this.#place);
    else localStorage.setItem(this.#place, JSON.stringify(items));
  }
}

function read<T>(place: string | null): Items<T> {
  try {
    const known: unknown = place === null ? null : JSON.parse(localStorage.getItem(place) ?? 'null');
    return typeof known === 'object' && known !== null ? (known as Items<T>) : {};
  } catch {
    return {};
  }
}
