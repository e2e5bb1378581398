import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const stored = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number().min(400), height: z.number().min(300) }),
  maximized: z.boolean(),
  fullScreen: z.boolean().default(false),
});

interface WindowState {
  /** Without a place where the old one is on no screen any more: the window is centred then. */
  bounds: Partial<Rectangle>;
  maximized: boolean;
  fullScreen: boolean;
}

/** At least so much of a window must be on a screen for it to be grasped, px. */
const GRASP = 100;

const file = (userData: string) => join(userData, 'window.json');

/** Where and how the window was when it was closed last; null at first. */
export function readWindowState(userData: string): WindowState | null {
  try {
    const state = stored.parse(JSON.parse(readFileSync(file(userData), 'utf8')));
    return { ...state, bounds: onScreen(state.bounds) };
  } catch {
    return null;
  }
}

/** Remembers the place of the window when it closes. */
export function rememberWindowState(window: BrowserWindow, userData: string): void {
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    const state = { bounds, maximized: window.isMaximized(), fullScreen: window.isFullScreen() };
    try {
      writeFileAtomic.sync(file(userData), JSON.stringify(state));
    } catch {
      // A window that opens at its usual place the next time is no reason to keep this one from closing.
    }
  });
}

/** The screen may have been taken away, or changed its size, since. */
function onScreen(bounds: Rectangle): Partial<Rectangle> {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlap = (at: 'x' | 'y', size: 'width' | 'height') =>
    Math.min(bounds[at] + bounds[size], workArea[at] + workArea[size]) - Math.max(bounds[at], workArea[at]);
  if (overlap('x', 'width') > GRASP && overlap('y', 'height') > GRASP && bounds.y >= workArea.y - GRASP) return bounds;
  return { width: Math.min(bounds.width, workArea.width), height: Math.min(bounds.height, workArea.height) };
}
