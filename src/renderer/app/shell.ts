import { flushSync } from 'react-dom';
import { create } from 'zustand';

/** What can stand in the pane at the right, beside every area and the welcome page. */
export type Pane = 'preferences' | 'shortcuts' | 'about';

interface ShellState {
  palette: boolean;
  pane: Pane | null;
  /** The page's own list of folders is shown, where the shell has no dialog. */
  choosing: boolean;
  /** The saved selections are shown. */
  saved: boolean;
}

export const useShell = create<ShellState>(() => ({ palette: false, pane: null, choosing: false, saved: false }));

/** The palette and its field are there when this returns: keys that are typed in the same instant go to it. */
export function togglePalette(): void {
  flushSync(() => useShell.setState(({ palette }) => ({ palette: !palette })));
}

export function closePalette(): void {
  useShell.setState({ palette: false });
}

export function setChoosing(choosing: boolean): void {
  useShell.setState({ choosing });
}

export function setSavedShown(saved: boolean): void {
  useShell.setState({ saved });
}

/** Shows a pane, or closes it where it is shown already. */
export function showPane(pane: Pane): void {
  useShell.setState((state) => ({ pane: state.pane === pane ? null : pane }));
}

export function closePane(): void {
  useShell.setState({ pane: null });
}
