import type { MenuEntry } from '@/api';

/** Something a user can do, from the palette, by keys and from the application's menu. */
export interface Command {
  /** area.verb, as in run.start */
  id: string;
  /** What the palette and the menu say; a function where it depends on what is there. */
  text: string | (() => string);
  /** As 'mod+K': mod is Cmd on a Mac and Ctrl elsewhere. The first are shown. */
  keys?: readonly string[];
  /** A key that is held down does it once. */
  once?: boolean;
  /** Where it stands in the application's menu; commands of one section stand between separators. null for what the
   *  shell has in its menu by itself. */
  menu: MenuEntry['menu'] | null;
  section?: string;
  /** Whether it can be done now; always where left out. */
  enabled?: () => boolean;
  /** Why it cannot be done now, though it is enabled where somebody is: told who presses its keys all the same. Null where it
   *  can. */
  refusal?: () => string | null;
  /** For what is on or off. */
  checked?: () => boolean;
  /** Left out of the palette: it makes no sense there. */
  unlisted?: boolean;
  run: () => unknown;
}

/** The commands of one area, under its name in the palette and in the list of shortcuts. */
export interface CommandGroup {
  title: string;
  commands: readonly Command[];
}
