import type { FolderSurvey } from '@/api';
import { notifyDone, notifyError } from '../app/notices';
import { api } from '../bridge';
import { texts } from '../texts';
import { NO_WIZARD, useWizard, wantedLayout, type PathKey } from './store';

/** After the last key, ms. */
const PAUSE = 250;

let question = 0;
let timer: number | null = null;

/** Looks through a folder that is no project, and shows what was found. */
export async function surveyFolder(path: string): Promise<void> {
  const asked = ++question;
  useWizard.setState({ ...NO_WIZARD, path });
  try {
    const survey = await api.surveyFolder({ path });
    if (asked === question) takeSurvey(survey);
  } catch (error) {
    if (asked === question) useWizard.setState({ error: error instanceof Error ? error.message : String(error) });
  }
}

function takeSurvey(survey: FolderSurvey): void {
  useWizard.setState({ survey });
  if (survey.proposals.length > 0) chooseProposal(0);
  else void checkNow();
}

export function leaveWizard(): void {
  question++;
  useWizard.setState(NO_WIZARD);
}

export function chooseProposal(index: number): void {
  const proposal = useWizard.getState().survey?.proposals[index];
  if (proposal === undefined) return;
  question++;
  const { layout, check } = proposal;
  useWizard.setState({ chosen: index, layout, check, off: new Set(), checking: false });
}

/** Takes a path as it is typed, and checks it when the keys rest. */
export function setPath(key: PathKey, value: string): void {
  useWizard.setState(({ layout }) => ({ chosen: null, layout: { ...layout, [key]: value } }));
  checkSoon();
}

export function toggleSetting(key: string): void {
  const off = new Set(useWizard.getState().off);
  if (!off.delete(key)) off.add(key);
  useWizard.setState({ off });
  checkSoon();
}

function checkSoon(): void {
  question++;
  useWizard.setState({ checking: true });
  if (timer !== null) window.clearTimeout(timer);
  timer = window.setTimeout(() => void checkNow(), PAUSE);
}

async function checkNow(): Promise<void> {
  const asked = ++question;
  const state = useWizard.getState();
  const layout = wantedLayout(state);
  const isWhole = [layout.events, layout.stations, layout.observed, layout.synthetics].every((path) => path.trim());
  if (state.path === null) return;
  if (!isWhole) return useWizard.setState({ check: null, checking: false });
  useWizard.setState({ checking: true });
  try {
    const check = await api.tryLayout({ path: state.path, layout });
    if (asked !== question) return;
    const { settings } = useWizard.getState().layout;
    const offers = check.offers.filter(({ key }) => !settings.some((each) => each.key === key));
    useWizard.setState({ check, checking: false });
    if (offers.length === 0) return;
    useWizard.setState(({ layout }) => ({ layout: { ...layout, settings: [...settings, ...offers] } }));
    await checkNow();
  } catch (error) {
    if (asked !== question) return;
    useWizard.setState({ check: null, checking: false });
    notifyError(error);
  }
}

/** Writes the file of parameters.
 *  @returns the folder, which is a project now; null where it was refused */
export async function createProject(): Promise<string | null> {
  const state = useWizard.getState();
  const { path } = state;
  if (path === null || state.creating) return null;
  useWizard.setState({ creating: true });
  try {
    const { configFile } = await api.createProject({ path, layout: wantedLayout(state) });
    notifyDone(texts.wizard.created(configFile));
    return path;
  } catch (error) {
    notifyError(error);
    return null;
  } finally {
    useWizard.setState({ creating: false });
  }
}
