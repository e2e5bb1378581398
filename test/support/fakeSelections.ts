import type { Api, SavedSelection } from '@/api';

type SelectionsApi = Pick<
  Api,
  'savedSelections' | 'saveSelection' | 'renameSelection' | 'deleteSelection' | 'timePair'
>;

/** Saved selections that live as long as the stand-in does. */
export function fakeSelections(): SelectionsApi {
  let selections: SavedSelection[] = [];
  const list = async () => ({ selections, notice: null });
  return {
    savedSelections: list,
    saveSelection: async ({ selection }) => {
      const others = selections.filter(({ name }) => name !== selection.name);
      selections = [...others, { ...selection, savedAt: new Date().toISOString() }];
      return list();
    },
    renameSelection: async ({ name, to }) => {
      selections = selections.map((selection) => (selection.name === name ? { ...selection, name: to } : selection));
      return list();
    },
    deleteSelection: async ({ name }) => {
      selections = selections.filter((selection) => selection.name !== name);
      return list();
    },
    timePair: async (pair) => ({ ...pair, seconds: 0.21 }),
  };
}
