import { notifyDone, notifyError } from '../app/notices';
import { takeProject } from '../app/takeProject';
import { api } from '../bridge';
import { texts } from '../texts';
import { beginDraft, draftSaved, isUnsaved, useConfigure } from './store';

/** Reads the file of the open project anew; what is not saved is given up. */
export async function readParameters(project: string): Promise<void> {
  try {
    const { yaml, name } = await api.parametersFile({});
    beginDraft(project, name, yaml);
  } catch (error) {
    notifyError(error);
  }
}

/** Saves the text and takes the project as it is opened again with it. */
export async function saveParameters(): Promise<void> {
  const { draft, saved, name, saving } = useConfigure.getState();
  if (saving || draft.parameters === null || !isUnsaved(useConfigure.getState())) return;
  const { text } = draft;
  useConfigure.setState({ saving: true });
  try {
    const project = await api.saveParameters({ yaml: text, base: saved });
    draftSaved(text);
    takeProject(project);
    notifyDone(texts.configure.saved(name));
  } catch (error) {
    useConfigure.setState({ saving: false });
    notifyError(error);
  }
}
