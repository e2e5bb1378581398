import { create } from 'zustand';
import { clearParameter, setParameter, type FieldDescription } from '@/core/config';
import { baseValue, keyOf, readDraft, type Draft } from './draft';
import { sameValue } from './fieldText';

interface ConfigureState {
  /** The folder whose parameters these are; null before they are read. */
  project: string | null;
  /** Name of the file. */
  name: string;
  /** The text that was read or saved last. */
  saved: string;
  draft: Draft;
  saving: boolean;
}

const EMPTY: ConfigureState = {
  ...{ project: null, name: 'atoa.yaml', saved: '', saving: false },
  draft: readDraft('', 'atoa.yaml'),
};

/** Parameters that are being edited. The text is the one truth: the form writes into it and reads from it. */
export const useConfigure = create<ConfigureState>(() => EMPTY);

export function isUnsaved({ saved, draft }: ConfigureState): boolean {
  return draft.text !== saved;
}

export function forgetDraft(): void {
  useConfigure.setState(EMPTY);
}

/** Takes the text of a project's file as what is saved, and begins with it. */
export function beginDraft(project: string, name: string, yaml: string): void {
  useConfigure.setState({ project, name, saved: yaml, draft: readDraft(yaml, name), saving: false });
}

/** Takes what was written to disk; what was typed meanwhile stays. */
export function draftSaved(yaml: string): void {
  useConfigure.setState({ saved: yaml, saving: false });
}

export function setText(text: string): void {
  useConfigure.setState(({ draft, name }) => (draft.text === text ? {} : { draft: readDraft(text, name, draft) }));
}

/** Writes one value into the text; undefined takes the key out. A default that the text does not give is not written. */
export function setField(field: FieldDescription, value: unknown): void {
  const { draft } = useConfigure.getState();
  if (!draft.editable) return;
  const given = draft.given.get(keyOf(field));
  if (value === undefined) setText(clearParameter(draft.text, field.path));
  else if (given !== undefined || !sameValue(value, baseValue(draft.base, field))) {
    if (!sameValue(value, given)) setText(setParameter(draft.text, field.path, value));
  }
}
